/** Calls to upstreams: one request out, one response in, read piece by piece. */
@NullMarked
package io.weir.edge.upstream;

import org.jspecify.annotations.NullMarked;
