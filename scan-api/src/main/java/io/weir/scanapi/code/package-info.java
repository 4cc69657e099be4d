/** One-time codes on their way to people, by ways that agents cannot read. */
@NullMarked
package io.weir.scanapi.code;

import org.jspecify.annotations.NullMarked;
