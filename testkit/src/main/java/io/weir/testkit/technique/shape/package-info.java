/** One generator per technique of exfiltration. */
@NullMarked
package io.weir.testkit.technique.shape;

import org.jspecify.annotations.NullMarked;
