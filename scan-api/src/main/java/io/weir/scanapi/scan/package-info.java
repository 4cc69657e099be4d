/** Scans of calls and of responses, each recorded before it is answered. */
@NullMarked
package io.weir.scanapi.scan;

import org.jspecify.annotations.NullMarked;
