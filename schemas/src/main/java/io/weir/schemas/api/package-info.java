/** Requests and answers of the scan API. */
@NullMarked
package io.weir.schemas.api;

import org.jspecify.annotations.NullMarked;
