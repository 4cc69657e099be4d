/** {@code weir incident}: incidents, and what people do about them. */
@NullMarked
package io.weir.launcher.incident;

import org.jspecify.annotations.NullMarked;
