/** The catalogue of operating errors. */
@NullMarked
package io.weir.schemas.error;

import org.jspecify.annotations.NullMarked;
