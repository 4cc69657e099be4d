package io.weir.testkit.technique;

/**
 * The answer to a call.
 *
 * @param actor who acts
 * @param timeMillis when
 * @param callId the call
 * @param body JSON value
 */
public record TechniqueResult(Actor actor, long timeMillis, String callId, Object body) implements TechniqueEvent {}
