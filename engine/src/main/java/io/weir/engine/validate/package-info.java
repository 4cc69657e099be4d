/** What a pattern cannot decide about a value: check digits, ranges, structure, randomness. */
@NullMarked
package io.weir.engine.validate;

import org.jspecify.annotations.NullMarked;
