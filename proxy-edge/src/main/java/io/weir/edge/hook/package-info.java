/** Hooks: programs that an agent's host starts before and after each tool call. */
@NullMarked
package io.weir.edge.hook;

import org.jspecify.annotations.NullMarked;
