/** Keys that are made, rotated and revoked while Weir runs: the same on all nodes, and kept as digests. */
@NullMarked
package io.weir.scanapi.key;

import org.jspecify.annotations.NullMarked;
