/** Directories of files that are read at start, and again when they change. */
@NullMarked
package io.weir.platform.folder;

import org.jspecify.annotations.NullMarked;
