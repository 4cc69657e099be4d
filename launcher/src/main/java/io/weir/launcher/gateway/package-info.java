/** {@code weir gateway}: what operators of a gateway prepare. */
@NullMarked
package io.weir.launcher.gateway;

import org.jspecify.annotations.NullMarked;
