package io.weir.correlator.fleet;

import io.weir.correlator.record.Received;
import io.weir.correlator.session.OutputRecord;
import io.weir.correlator.session.StoreStateTable;
import io.weir.engine.link.FleetDesk;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.FleetAnswer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Collects the answers about a write and raises an alert where they say that another session has read it. */
public final class LinkProcessor extends ContextualProcessor<String, Received<FleetAnswer>, String, AlertRaised> {

    private final FleetDesk desk = FleetForms.desk();
    private final String store;
    private final OutputRecord<AlertRaised> outputs;
    private @Nullable StoreStateTable state;

    /**
     * A collector.
     *
     * @param store where the writes are kept
     * @param outputs makes records of alerts
     */
    public LinkProcessor(String store, OutputRecord<AlertRaised> outputs) {
        this.store = store;
        this.outputs = outputs;
    }

    @Override
    public void init(ProcessorContext<String, AlertRaised> context) {
        super.init(context);
        // The session lane changes this store behind our back, so nothing derived from it may be kept.
        state = StoreStateTable.withoutDerived(context.getStateStore(store));
    }

    @Override
    public void process(Record<String, Received<FleetAnswer>> record) {
        if (state == null) {
            throw new IllegalStateException("init comes before process");
        }
        for (AlertRaised alert : desk.hear(state, record.value().value())) {
            context().forward(outputs.of(alert, record.timestamp()));
        }
    }
}
