/** What scan nodes read back from the topics: decisions of the past, and alerts. */
@NullMarked
package io.weir.e2e.history;

import org.jspecify.annotations.NullMarked;
