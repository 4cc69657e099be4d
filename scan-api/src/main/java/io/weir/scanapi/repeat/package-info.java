/** Requests that come twice: the same call, tried again, is judged once. */
@NullMarked
package io.weir.scanapi.repeat;

import org.jspecify.annotations.NullMarked;
