package io.weir.scanapi.scan;

import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCall;

/**
 * A call that was scanned here, as its response will need it.
 *
 * @param principal who acted
 * @param call what was called
 * @param traceparent W3C trace context of the call
 */
record KnownCall(Principal principal, ToolCall call, String traceparent) {}
