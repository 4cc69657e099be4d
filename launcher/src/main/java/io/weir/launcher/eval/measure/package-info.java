/** What all evaluations count with. */
@NullMarked
package io.weir.launcher.eval.measure;

import org.jspecify.annotations.NullMarked;
