package io.weir.correlator.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.engine.link.Loss;
import io.weir.engine.link.LossListener;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts what the lanes leave out because they are bounded. Safe to share between threads. */
public final class LossMeters implements LossListener {

    private final Map<Loss, Counter> counters = new EnumMap<>(Loss.class);

    /** Counts here, from 0. */
    public LossMeters(MeterRegistry meters) {
        for (Loss what : Loss.values()) {
            counters.put(
                    what,
                    Counter.builder("weir.correlator.left_out")
                            .description("What was forgotten or left out because memory and records are bounded")
                            .tag("what", what.name().toLowerCase(Locale.ROOT))
                            .register(meters));
        }
    }

    @Override
    public void lost(Loss what, long count) {
        Counter counter = counters.get(what);
        if (counter != null && count > 0) {
            counter.increment(count);
        }
    }
}
