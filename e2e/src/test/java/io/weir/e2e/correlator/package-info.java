/** System tests of the correlator on a real broker. */
@NullMarked
package io.weir.e2e.correlator;

import org.jspecify.annotations.NullMarked;
