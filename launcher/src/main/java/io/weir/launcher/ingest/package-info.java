/** The command that posts recorded runs to a scan API. */
@NullMarked
package io.weir.launcher.ingest;

import org.jspecify.annotations.NullMarked;
