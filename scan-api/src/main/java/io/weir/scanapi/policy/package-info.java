/** The operator's policies: loaded at start, again when their files change, and applied through the API. */
@NullMarked
package io.weir.scanapi.policy;

import org.jspecify.annotations.NullMarked;
