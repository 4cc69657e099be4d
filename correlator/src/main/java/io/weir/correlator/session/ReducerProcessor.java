package io.weir.correlator.session;

import io.weir.correlator.commit.FreshCommits;
import io.weir.correlator.record.Origins;
import io.weir.correlator.record.Received;
import io.weir.engine.state.Reducer;
import io.weir.schemas.event.RecordPlace;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Hosts a reducer: folds each event into the task's state and forwards what follows from it. It is the only one that
 * changes its store, because it keeps what the reducer derives from it.
 *
 * @param <R> records in
 * @param <E> events that the reducer takes
 * @param <O> outputs
 */
public final class ReducerProcessor<R, E, O> extends ContextualProcessor<String, Received<R>, String, O> {

    private final Supplier<? extends Reducer<E, O>> reducers;
    private final BiFunction<Received<R>, RecordPlace, E> placing;
    private final String store;
    private final long derivedBytesMax;
    private final OutputRecord<O> outputs;
    private final Duration commitTime;
    private @Nullable FreshCommits commits;
    private @Nullable Reducer<E, O> reducer;
    private @Nullable StoreStateTable state;

    /**
     * A host.
     *
     * @param reducers makes a reducer each time the task's state is opened, so that nothing it remembers outlives the
     *     state that it belongs to
     * @param placing makes what the reducer takes of a record and its place
     * @param store name of the state store
     * @param derivedBytesMax bytes of state that the task keeps derived things for
     * @param outputs makes records of the outputs
     * @param commitTime time between the commits that it asks for
     */
    public ReducerProcessor(
            Supplier<? extends Reducer<E, O>> reducers,
            BiFunction<Received<R>, RecordPlace, E> placing,
            String store,
            long derivedBytesMax,
            OutputRecord<O> outputs,
            Duration commitTime) {
        this.reducers = reducers;
        this.placing = placing;
        this.store = store;
        this.derivedBytesMax = derivedBytesMax;
        this.outputs = outputs;
        this.commitTime = commitTime;
    }

    @Override
    public void init(ProcessorContext<String, O> context) {
        super.init(context);
        reducer = reducers.get();
        state = new StoreStateTable(context.getStateStore(store), derivedBytesMax);
        commits = FreshCommits.every(commitTime, context);
    }

    @Override
    public void process(Record<String, Received<R>> record) {
        if (reducer == null || state == null || commits == null) {
            throw new IllegalStateException("init comes before process");
        }
        commits.note(record.timestamp());
        E event = placing.apply(record.value(), Origins.place(context()));
        for (O output : apply(reducer, state, event)) {
            context().forward(outputs.of(output, record.timestamp()));
            if (outputs.isUrgent(output)) {
                commits.askNow(record.timestamp());
            }
        }
    }

    private List<O> apply(Reducer<E, O> rule, StoreStateTable table, E event) {
        try {
            return rule.apply(table, event);
        } catch (RuntimeException e) {
            // The record becomes a dead letter and the task goes on, with the store as the rule has left it.
            table.forgetDerived();
            throw e;
        }
    }
}
