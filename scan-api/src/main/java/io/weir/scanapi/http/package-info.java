/** Bodies in, problems out: what every route shares. */
@NullMarked
package io.weir.scanapi.http;

import org.jspecify.annotations.NullMarked;
