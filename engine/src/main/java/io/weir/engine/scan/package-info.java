/** The one pass over a text that finds where a rule can apply, and the matchers that try it there. */
@NullMarked
package io.weir.engine.scan;

import org.jspecify.annotations.NullMarked;
