/** Logs that all nodes share, as the desks of people and administration use them. */
@NullMarked
package io.weir.scanapi.log;

import org.jspecify.annotations.NullMarked;
