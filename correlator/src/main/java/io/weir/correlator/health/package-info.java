/** Whether the correlator keeps up. */
@NullMarked
package io.weir.correlator.health;

import org.jspecify.annotations.NullMarked;
