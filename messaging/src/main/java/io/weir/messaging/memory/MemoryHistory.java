package io.weir.messaging.memory;

import io.weir.messaging.DecisionHistory;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ToolCallScanned;
import org.jspecify.annotations.Nullable;

/**
 * The decisions among the events that a publisher keeps.
 *
 * @param events where they are
 */
public record MemoryHistory(MemoryEventPublisher events) implements DecisionHistory {

    @Override
    public void read(@Nullable String tenant, long fromMillis, long toMillis, Reader reader) {
        for (SessionEvent event : events.events()) {
            boolean within = event.timeMillis() >= fromMillis && event.timeMillis() < toMillis;
            if (within
                    && event instanceof ToolCallScanned call
                    && (tenant == null || call.principal().tenant().equals(tenant))
                    && !reader.take(DecisionMade.of(call), new RecordPlace(MemoryEventPublisher.PLACE, 0, 0))) {
                return;
            }
        }
    }
}
