package io.weir.correlator.statement;

import io.weir.correlator.fleet.FleetForms;
import io.weir.correlator.record.Origins;
import io.weir.correlator.record.Received;
import io.weir.correlator.session.OutputRecord;
import io.weir.correlator.session.StoreStateTable;
import io.weir.engine.link.PlacedStatement;
import io.weir.engine.link.StatementRule;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Statement;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Takes note of statements in the state of the sessions of its task, and judges their past calls again. */
public final class StatementProcessor extends ContextualProcessor<String, Received<Statement>, String, AlertRaised> {

    private final StatementRule rule = new StatementRule(FleetForms.session());
    private final String store;
    private final OutputRecord<AlertRaised> outputs;
    private @Nullable StoreStateTable state;

    /**
     * A host of the rule.
     *
     * @param store where the sessions are kept
     * @param outputs makes records of alerts
     */
    public StatementProcessor(String store, OutputRecord<AlertRaised> outputs) {
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
    public void process(Record<String, Received<Statement>> record) {
        if (state == null) {
            throw new IllegalStateException("init comes before process");
        }
        PlacedStatement placed = new PlacedStatement(record.value().value(), Origins.place(context()));
        for (AlertRaised alert : rule.apply(state, placed)) {
            context().forward(outputs.of(alert, record.timestamp()));
        }
    }
}
