/** Every Kafka topic, declared once. */
@NullMarked
package io.weir.schemas.topic;

import org.jspecify.annotations.NullMarked;
