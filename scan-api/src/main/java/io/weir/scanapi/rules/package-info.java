/** The operator's own rules: loaded at start, and again when their files change. */
@NullMarked
package io.weir.scanapi.rules;

import org.jspecify.annotations.NullMarked;
