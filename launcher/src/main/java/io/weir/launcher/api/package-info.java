/** How commands talk to a scan API as an administrator. */
@NullMarked
package io.weir.launcher.api;

import org.jspecify.annotations.NullMarked;
