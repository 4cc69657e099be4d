/** How well keys, agents and policies of a tenant are kept, as a score with its reasons. */
@NullMarked
package io.weir.engine.posture;

import org.jspecify.annotations.NullMarked;
