/** The compose file against the code that it configures. */
@NullMarked
package io.weir.e2e.compose;

import org.jspecify.annotations.NullMarked;
