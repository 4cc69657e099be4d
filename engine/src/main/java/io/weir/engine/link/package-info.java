/** Linking earlier reads with later writes. */
@NullMarked
package io.weir.engine.link;

import org.jspecify.annotations.NullMarked;
