/** Incidents: what opens them, what belongs together, and what people do about them. */
@NullMarked
package io.weir.engine.incident;

import org.jspecify.annotations.NullMarked;
