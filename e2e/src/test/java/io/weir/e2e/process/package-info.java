/** Java processes that tests start, and kill. */
@NullMarked
package io.weir.e2e.process;

import org.jspecify.annotations.NullMarked;
