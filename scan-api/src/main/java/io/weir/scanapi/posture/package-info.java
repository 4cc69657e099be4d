/** How well keys, agents and policies of a tenant are kept. */
@NullMarked
package io.weir.scanapi.posture;

import org.jspecify.annotations.NullMarked;
