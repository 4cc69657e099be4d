/** {@code weir eval detect}: recall and false findings on labelled texts. */
@NullMarked
package io.weir.launcher.eval.detect;

import org.jspecify.annotations.NullMarked;
