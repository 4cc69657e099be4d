/** Trust in agents: what they did, as a number, and what people say of them. */
@NullMarked
package io.weir.engine.trust;

import org.jspecify.annotations.NullMarked;
