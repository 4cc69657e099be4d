/** Numbers and texts in few bytes, for what is stored or sent often. */
@NullMarked
package io.weir.schemas.packed;

import org.jspecify.annotations.NullMarked;
