/** The opinion of a language model on calls that no rule has decided. */
@NullMarked
package io.weir.engine.opinion;

import org.jspecify.annotations.NullMarked;
