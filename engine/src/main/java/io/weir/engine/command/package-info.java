/** What a shell command reads and where it sends it. */
@NullMarked
package io.weir.engine.command;

import org.jspecify.annotations.NullMarked;
