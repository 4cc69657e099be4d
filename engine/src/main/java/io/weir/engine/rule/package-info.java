/** Detection rules as data: how they are written, read and described. */
@NullMarked
package io.weir.engine.rule;

import org.jspecify.annotations.NullMarked;
