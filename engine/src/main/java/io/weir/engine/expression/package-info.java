/** The subset of regular expressions that rules are written in, as a tree that can be reasoned about. */
@NullMarked
package io.weir.engine.expression;

import org.jspecify.annotations.NullMarked;
