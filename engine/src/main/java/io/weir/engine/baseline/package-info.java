/** What agents usually do, and how unlike it a call is. */
@NullMarked
package io.weir.engine.baseline;

import org.jspecify.annotations.NullMarked;
