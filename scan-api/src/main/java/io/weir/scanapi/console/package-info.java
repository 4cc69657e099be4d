/** Pages by which people decide on held calls in a browser: written on the server, without a script. */
@NullMarked
package io.weir.scanapi.console;

import org.jspecify.annotations.NullMarked;
