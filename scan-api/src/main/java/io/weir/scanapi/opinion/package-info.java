/** Asks a language model about calls that no rule has decided. */
@NullMarked
package io.weir.scanapi.opinion;

import org.jspecify.annotations.NullMarked;
