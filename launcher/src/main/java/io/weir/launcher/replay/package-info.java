/** The command that decides recorded events again and says what differs. */
@NullMarked
package io.weir.launcher.replay;

import org.jspecify.annotations.NullMarked;
