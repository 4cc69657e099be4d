/** Ports for events on their way out: what a service publishes to, whatever carries it. */
@NullMarked
package io.weir.messaging;

import org.jspecify.annotations.NullMarked;
