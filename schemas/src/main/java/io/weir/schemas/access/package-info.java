/** Credentials as they are kept and shared: never a key, only its digest. */
@NullMarked
package io.weir.schemas.access;

import org.jspecify.annotations.NullMarked;
