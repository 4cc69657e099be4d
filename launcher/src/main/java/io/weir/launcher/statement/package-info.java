/** {@code weir declassify} and {@code weir classify}: what people say about content, as records that are kept. */
@NullMarked
package io.weir.launcher.statement;

import org.jspecify.annotations.NullMarked;
