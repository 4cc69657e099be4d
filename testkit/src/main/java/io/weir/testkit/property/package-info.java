/** A small property runner: random cases, a printed seed, shrinking. */
@NullMarked
package io.weir.testkit.property;

import org.jspecify.annotations.NullMarked;
