/** {@code weir inbound}: administration of inbound routes, by files. */
@NullMarked
package io.weir.launcher.inbound;

import org.jspecify.annotations.NullMarked;
