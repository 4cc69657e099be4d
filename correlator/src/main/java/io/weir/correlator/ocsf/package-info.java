/** Pure mappers from our events to OCSF 1.8.0, for the SIEM topics. */
@NullMarked
package io.weir.correlator.ocsf;

import org.jspecify.annotations.NullMarked;
