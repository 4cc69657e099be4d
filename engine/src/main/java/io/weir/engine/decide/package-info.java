/** The decision: the one place where the order of judgement is written. */
@NullMarked
package io.weir.engine.decide;

import org.jspecify.annotations.NullMarked;
