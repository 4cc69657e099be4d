package io.weir.engine.destination;

import io.weir.engine.fingerprint.LeafRoles;
import io.weir.schemas.event.ToolCall;

/**
 * What a call is, and which of its leaves say where it goes.
 *
 * @param call the call, normalised
 * @param roles which leaves name destinations
 */
public record CallReading(ToolCall call, LeafRoles roles) {}
