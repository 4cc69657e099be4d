package io.weir.correlator.push;

import io.weir.correlator.siem.Framing;
import java.util.List;

/** The delivery of one batch; what the collector calls unusable is found by halves. For one thread. */
final class Delivery {

    private final Collector collector;
    private final Framing framing;
    private int taken;
    private int refused;

    Delivery(Collector collector, Framing framing) {
        this.collector = collector;
        this.framing = framing;
    }

    /** Delivers these events, and says whether the collector has answered for each of them. */
    boolean deliver(List<byte[]> events) {
        if (events.isEmpty()) {
            return true;
        }
        return switch (collector.post(framing.body(events))) {
            case TAKEN -> {
                taken += events.size();
                yield true;
            }
            case LATER -> false;
            case REFUSED -> {
                if (events.size() == 1) {
                    refused++;
                    yield true;
                }
                int half = events.size() / 2;
                yield deliver(events.subList(0, half)) && deliver(events.subList(half, events.size()));
            }
        };
    }

    /** How many events the collector has. */
    int taken() {
        return taken;
    }

    /** How many it called unusable. */
    int refused() {
        return refused;
    }
}
