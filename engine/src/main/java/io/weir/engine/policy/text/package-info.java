/** Policy files as trees whose parts know where they stand, and the problems found in them. */
@NullMarked
package io.weir.engine.policy.text;

import org.jspecify.annotations.NullMarked;
