/** Records as bytes and back. */
@NullMarked
package io.weir.messaging.codec;

import org.jspecify.annotations.NullMarked;
