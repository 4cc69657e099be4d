package io.weir.engine.link;

import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.FleetPart;
import io.weir.schemas.event.SessionEvent;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The fleet lane in memory; answers come in any order. */
final class FleetLane {

    private final StateTable sessions = new MemoryStateTable();
    private final StateTable buckets = new MemoryStateTable();
    private final ExfiltrationRule sessionRule = new ExfiltrationRule();
    private final FleetIndexRule index = new FleetIndexRule();
    private final List<Object> stored = new ArrayList<>();
    private final FleetDesk desk = new FleetDesk(this::keep, this::kept, this::keep, this::kept);
    private final Random order = new Random(7);

    /** Publishes an event; gives the alerts of the fleet lane. */
    List<AlertRaised> publish(SessionEvent event) {
        sessionRule.apply(sessions, PlacedEvent.unplaced(event));
        List<FleetPart> parts = new ArrayList<>(desk.ask(sessions, PlacedEvent.unplaced(event)));
        Collections.shuffle(parts, order);
        List<AlertRaised> alerts = new ArrayList<>();
        for (FleetPart part : parts) {
            index.apply(buckets, part).forEach(answer -> alerts.addAll(desk.hear(sessions, answer)));
        }
        return alerts;
    }

    private byte[] keep(Object value) {
        stored.add(value);
        return ByteBuffer.allocate(Integer.BYTES).putInt(stored.size() - 1).array();
    }

    @SuppressWarnings("unchecked")
    private <T> T kept(byte[] number) {
        return (T) stored.get(ByteBuffer.wrap(number).getInt());
    }
}
