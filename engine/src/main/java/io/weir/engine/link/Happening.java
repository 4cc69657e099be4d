package io.weir.engine.link;

/** What changes the state of sessions: an event, what people say, or what a bucket of the fleet knows. */
public sealed interface Happening permits PlacedEvent, PlacedStatement, FleetAnswer {}
