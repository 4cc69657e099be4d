package io.weir.correlator.fleet;

import io.weir.correlator.record.Origins;
import io.weir.correlator.record.Received;
import io.weir.correlator.session.StoreStateTable;
import io.weir.engine.link.FleetDesk;
import io.weir.engine.link.LossListener;
import io.weir.engine.link.PlacedEvent;
import io.weir.schemas.event.FleetPart;
import io.weir.schemas.event.SessionEvent;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Tells the buckets what a session has read, and asks them about what it writes. */
public final class AskProcessor extends ContextualProcessor<String, Received<SessionEvent>, String, FleetPart> {

    private final FleetDesk desk;
    private final String store;
    private @Nullable StoreStateTable state;

    /** Keeps what is asked in this store, and tells of what it leaves out. */
    public AskProcessor(String store, LossListener losses) {
        this.desk = FleetForms.desk(losses);
        this.store = store;
    }

    @Override
    public void init(ProcessorContext<String, FleetPart> context) {
        super.init(context);
        state = StoreStateTable.withoutDerived(context.getStateStore(store));
    }

    @Override
    public void process(Record<String, Received<SessionEvent>> record) {
        if (state == null) {
            throw new IllegalStateException("init comes before process");
        }
        for (FleetPart part : desk.ask(state, new PlacedEvent(record.value().value(), Origins.place(context())))) {
            context().forward(new Record<>(part.bucketKey(), part, record.timestamp()));
        }
    }
}
