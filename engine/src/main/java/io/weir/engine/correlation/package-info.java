/** The correlation of one session: all rules in their order, as every host runs them. */
@NullMarked
package io.weir.engine.correlation;

import org.jspecify.annotations.NullMarked;
