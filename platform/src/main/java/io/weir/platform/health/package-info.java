/** Named health checks and the readiness that follows from them. */
@NullMarked
package io.weir.platform.health;

import org.jspecify.annotations.NullMarked;
