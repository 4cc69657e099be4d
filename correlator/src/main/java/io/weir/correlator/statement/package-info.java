/** The statement lane: what people say about content, and what follows from it for calls that have gone out. */
@NullMarked
package io.weir.correlator.statement;

import org.jspecify.annotations.NullMarked;
