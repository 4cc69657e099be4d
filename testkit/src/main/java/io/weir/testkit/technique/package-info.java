/** Seeded cases of exfiltration by technique, each with a benign twin. */
@NullMarked
package io.weir.testkit.technique;

import org.jspecify.annotations.NullMarked;
