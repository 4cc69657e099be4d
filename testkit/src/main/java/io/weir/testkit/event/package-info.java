/** Ready-made events for tests that care about one thing in them. */
@NullMarked
package io.weir.testkit.event;

import org.jspecify.annotations.NullMarked;
