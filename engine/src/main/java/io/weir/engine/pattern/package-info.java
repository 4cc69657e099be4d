/** Patterns: courses of action that speak for an attack whatever the content, told by kinds of calls and reads. */
@NullMarked
package io.weir.engine.pattern;

import org.jspecify.annotations.NullMarked;
