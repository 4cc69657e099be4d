/** Records that travel on Kafka topics. They evolve by addition only, within one topic version. */
@NullMarked
package io.weir.schemas.event;

import org.jspecify.annotations.NullMarked;
