/** {@code weir eval techniques}: which techniques of exfiltration are caught, on made-up cases with benign twins. */
@NullMarked
package io.weir.launcher.eval.techniques;

import org.jspecify.annotations.NullMarked;
