/** How many calls a credential may make, a minute and a month. */
@NullMarked
package io.weir.scanapi.limit;

import org.jspecify.annotations.NullMarked;
