/** Addresses of the network. */
@NullMarked
package io.weir.platform.net;

import org.jspecify.annotations.NullMarked;
