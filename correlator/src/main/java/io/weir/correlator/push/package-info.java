/** Pushes OCSF events to a collector over HTTP. */
@NullMarked
package io.weir.correlator.push;

import org.jspecify.annotations.NullMarked;
