/** Incidents: opened by what happens, handled by people. */
@NullMarked
package io.weir.scanapi.incident;

import org.jspecify.annotations.NullMarked;
