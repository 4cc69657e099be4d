/** {@code weir agent}: agents, and what people say of them. */
@NullMarked
package io.weir.launcher.agent;

import org.jspecify.annotations.NullMarked;
