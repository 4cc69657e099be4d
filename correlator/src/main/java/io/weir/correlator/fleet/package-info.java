/** The forms in which the fleet lane keeps and sends things. */
@NullMarked
package io.weir.correlator.fleet;

import org.jspecify.annotations.NullMarked;
