/** Starting parts in order and closing them in reverse. */
@NullMarked
package io.weir.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
