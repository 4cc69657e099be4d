/** {@code weir eval}: how good the judgement is on labelled data. */
@NullMarked
package io.weir.launcher.eval;

import org.jspecify.annotations.NullMarked;
