/** The export lane: decisions, and OCSF for SIEMs. */
@NullMarked
package io.weir.correlator.export;

import org.jspecify.annotations.NullMarked;
