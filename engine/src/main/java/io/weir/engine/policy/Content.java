package io.weir.engine.policy;

import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.Payload;

/**
 * The content of a call, which is there while the call is judged and never afterwards.
 *
 * @param input as it came in
 * @param payload the same as addressed texts
 */
public record Content(CallInput input, Payload payload) {}
