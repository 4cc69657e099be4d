/** Inbound routes: upstreams that agents call by a prefix, with credentials that they never see. */
@NullMarked
package io.weir.edge.inbound;

import org.jspecify.annotations.NullMarked;
