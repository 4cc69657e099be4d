/** Events kept in memory, for tests and evaluation runs that need no broker. */
@NullMarked
package io.weir.messaging.memory;

import org.jspecify.annotations.NullMarked;
