/** Decisions on held calls that come from other systems, each signed: a ticket system's webhook, buttons in a chat. */
@NullMarked
package io.weir.scanapi.remote;

import org.jspecify.annotations.NullMarked;
