/** The documents against the repository that they describe. */
@NullMarked
package io.weir.e2e.docs;

import org.jspecify.annotations.NullMarked;
