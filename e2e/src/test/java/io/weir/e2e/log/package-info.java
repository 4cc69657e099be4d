/** Shared logs on a real broker. */
@NullMarked
package io.weir.e2e.log;

import org.jspecify.annotations.NullMarked;
