/** Records as they come in: the value together with its bytes. */
@NullMarked
package io.weir.correlator.record;

import org.jspecify.annotations.NullMarked;
