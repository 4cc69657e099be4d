package io.weir.correlator;

import io.weir.engine.link.PlacedEvent;
import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.Severity;
import io.weir.schemas.word.Tier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A rule for tests of the host: each call raises an alert that names all earlier reads of its session, and forgets the
 * first of them when there are more than three. It uses every operation of the state port.
 */
final class SampleRule implements Reducer<PlacedEvent, AlertRaised> {

    private static final byte[] READ = {1};

    @Override
    public List<AlertRaised> apply(StateTable state, PlacedEvent placed) {
        SessionEvent event = placed.event();
        String prefix = event.principal().sessionKey() + "|";
        if (event instanceof ResponseObserved) {
            state.put(prefix + event.eventId(), READ);
            return List.of();
        }
        List<String> reads = new ArrayList<>();
        state.scan(prefix, (key, value) -> reads.add(key));
        if (reads.isEmpty() || state.get(reads.get(0)) == null) {
            return List.of();
        }
        if (reads.size() > 3) {
            state.delete(reads.get(0));
        }
        return List.of(alert(event, reads));
    }

    private static AlertRaised alert(SessionEvent event, List<String> reads) {
        String id = UUID.nameUUIDFromBytes(event.eventId().getBytes(StandardCharsets.UTF_8))
                .toString();
        return new AlertRaised(
                id,
                "sample-rule",
                "1",
                "After " + reads,
                event.traceId(),
                event.traceparent(),
                event.timeMillis(),
                event.principal(),
                event.call(),
                Decision.ALLOW,
                Tier.ALERT,
                Severity.HIGH,
                0.9,
                List.of(),
                List.of());
    }
}
