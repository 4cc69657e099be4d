package io.weir.messaging;

import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.SessionEvent;

/**
 * An event and where it is stored.
 *
 * @param event what happened
 * @param place its record
 */
public record StoredEvent(SessionEvent event, RecordPlace place) {}
