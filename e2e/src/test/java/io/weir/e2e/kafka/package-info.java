/** A Kafka cluster for tests, from Docker or embedded, and ways to look into it. */
@NullMarked
package io.weir.e2e.kafka;

import org.jspecify.annotations.NullMarked;
