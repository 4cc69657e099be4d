/** Decisions of the past, written as other systems read them. */
@NullMarked
package io.weir.scanapi.export;

import org.jspecify.annotations.NullMarked;
