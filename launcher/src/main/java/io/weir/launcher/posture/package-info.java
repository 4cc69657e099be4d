/** {@code weir posture}: how well keys, agents and policies are kept, and what people say of it. */
@NullMarked
package io.weir.launcher.posture;

import org.jspecify.annotations.NullMarked;
