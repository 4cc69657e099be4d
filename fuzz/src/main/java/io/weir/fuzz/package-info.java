/** Random inputs for whatever reads what comes from outside. */
@NullMarked
package io.weir.fuzz;

import org.jspecify.annotations.NullMarked;
