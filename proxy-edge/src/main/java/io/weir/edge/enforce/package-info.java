/** From a call that has been read to what is done with it, and the report of its response: what edges of HTTP share. */
@NullMarked
package io.weir.edge.enforce;

import org.jspecify.annotations.NullMarked;
