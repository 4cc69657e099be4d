package io.weir.correlator.session;

import io.weir.correlator.record.Received;
import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Hosts a reducer: folds each event into the task's state and forwards what follows from it.
 *
 * @param <E> events in
 * @param <O> outputs
 */
public final class ReducerProcessor<E, O> extends ContextualProcessor<String, Received<E>, String, O> {

    private final Supplier<? extends Reducer<E, O>> reducers;
    private final String store;
    private final OutputRecord<O> outputs;
    private @Nullable Reducer<E, O> reducer;
    private @Nullable StateTable state;

    /**
     * A host.
     *
     * @param reducers makes a reducer each time the task's state is opened, so that nothing it remembers outlives the
     *     state that it belongs to
     * @param store name of the state store
     * @param outputs makes records of the outputs
     */
    public ReducerProcessor(Supplier<? extends Reducer<E, O>> reducers, String store, OutputRecord<O> outputs) {
        this.reducers = reducers;
        this.store = store;
        this.outputs = outputs;
    }

    @Override
    public void init(ProcessorContext<String, O> context) {
        super.init(context);
        reducer = reducers.get();
        state = new StoreStateTable(context.getStateStore(store));
    }

    @Override
    public void process(Record<String, Received<E>> record) {
        if (reducer == null || state == null) {
            throw new IllegalStateException("init comes before process");
        }
        for (O output : reducer.apply(state, record.value().value())) {
            context().forward(outputs.of(output, record.timestamp()));
        }
    }
}
