/** Small logs that every node reads whole: what all of them must agree on. */
@NullMarked
package io.weir.messaging.log;

import org.jspecify.annotations.NullMarked;
