package io.weir.engine.link;

import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.SessionEvent;
import java.util.List;
import java.util.function.Function;

/**
 * Rules over sessions whose state goes when they have ended.
 *
 * @param <E> what the rules take
 * @param <O> outputs
 */
public final class ExpiringSessions<E, O> implements Reducer<E, O> {

    private final Reducer<E, O> rules;
    private final Function<E, SessionEvent> eventOf;
    private final SessionExpiry expiry;

    /**
     * The same rules, with an end.
     *
     * @param eventOf the event in what the rules take
     */
    public ExpiringSessions(Reducer<E, O> rules, Function<E, SessionEvent> eventOf, SessionExpiry expiry) {
        this.rules = rules;
        this.eventOf = eventOf;
        this.expiry = expiry;
    }

    @Override
    public List<O> apply(StateTable state, E event) {
        SessionEvent plain = eventOf.apply(event);
        expiry.note(state, plain.principal().sessionKey(), plain.timeMillis());
        return rules.apply(state, event);
    }
}
