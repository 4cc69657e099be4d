/** Hosts the correlation rules on Kafka Streams and writes the trails. */
@NullMarked
package io.weir.correlator;

import org.jspecify.annotations.NullMarked;
