/** Files that hold secrets. */
@NullMarked
package io.weir.platform.file;

import org.jspecify.annotations.NullMarked;
