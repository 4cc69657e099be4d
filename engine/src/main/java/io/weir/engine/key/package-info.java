/** The keyed hash that every secret of a tenant is derived with. */
@NullMarked
package io.weir.engine.key;

import org.jspecify.annotations.NullMarked;
