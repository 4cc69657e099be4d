/** Events on Kafka: connection, headers, serializers, publisher. */
@NullMarked
package io.weir.messaging.kafka;

import org.jspecify.annotations.NullMarked;
