/** Java client of the scan API: asks for decisions, reports responses. */
@NullMarked
package io.weir.client;

import org.jspecify.annotations.NullMarked;
