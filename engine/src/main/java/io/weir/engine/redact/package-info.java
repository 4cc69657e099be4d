/** Replacement of sensitive ranges, shape kept. */
@NullMarked
package io.weir.engine.redact;

import org.jspecify.annotations.NullMarked;
