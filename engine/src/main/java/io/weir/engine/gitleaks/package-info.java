/** Reads rule files in the format of gitleaks and says what of it is done differently. */
@NullMarked
package io.weir.engine.gitleaks;

import org.jspecify.annotations.NullMarked;
