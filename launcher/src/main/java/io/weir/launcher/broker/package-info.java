/** Kafka's own broker in this process, so that one command is enough to start with. */
@NullMarked
package io.weir.launcher.broker;

import org.jspecify.annotations.NullMarked;
