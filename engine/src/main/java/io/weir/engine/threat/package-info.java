/** Feeds of threats: hosts, addresses and URLs that nobody should talk to. */
@NullMarked
package io.weir.engine.threat;

import org.jspecify.annotations.NullMarked;
