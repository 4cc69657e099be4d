/** Access to reference data that lies outside the repository and may be absent. */
@NullMarked
package io.weir.testkit.shared;

import org.jspecify.annotations.NullMarked;
