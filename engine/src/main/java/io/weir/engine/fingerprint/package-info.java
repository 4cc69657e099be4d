/** Keyed hashes of text: shingles, winnowing, short values. */
@NullMarked
package io.weir.engine.fingerprint;

import org.jspecify.annotations.NullMarked;
