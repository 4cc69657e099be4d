/** Time that a test sets. */
@NullMarked
package io.weir.testkit.time;

import org.jspecify.annotations.NullMarked;
