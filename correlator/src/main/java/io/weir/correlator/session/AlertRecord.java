package io.weir.correlator.session;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.messaging.kafka.CloudEventHeaders;
import io.weir.messaging.kafka.Envelope;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.word.Tier;
import java.util.Locale;
import org.apache.kafka.streams.processor.api.Record;

/** Makes records of alerts, keyed by alert, and counts them by rule and severity. */
public final class AlertRecord implements OutputRecord<AlertRaised> {

    private final MeterRegistry meters;

    /** Counts here. */
    public AlertRecord(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public Record<String, AlertRaised> of(AlertRaised alert, long timestampMillis) {
        Counter.builder("weir.alerts")
                .description("Alerts raised, by rule and severity")
                .tag("rule", alert.rule())
                .tag("severity", alert.severity().name().toLowerCase(Locale.ROOT))
                .register(meters)
                .increment();
        return new Record<>(alert.alertId(), alert, timestampMillis, CloudEventHeaders.of(Envelope.of(alert)));
    }

    /** Signals are for those who look. */
    @Override
    public boolean isUrgent(AlertRaised alert) {
        return alert.tier().atLeast(Tier.ALERT);
    }
}
