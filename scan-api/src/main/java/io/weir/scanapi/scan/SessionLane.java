package io.weir.scanapi.scan;

import io.weir.engine.state.StateTable;
import io.weir.messaging.RecordPosition;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.session.SessionStates;
import io.weir.schemas.event.SessionEvent;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Judges the events of a session one after the other and hands each over for storage before the next is judged, so that
 * the topic holds them in the order of judgement. The wait for storage comes after, when the next may already be
 * judged.
 *
 * <p>Safe to share between threads.
 */
public final class SessionLane {

    private final SessionStates states;
    private final Recorder recorder;

    /** A lane over these states. */
    public SessionLane(SessionStates states, Recorder recorder) {
        this.states = states;
        this.recorder = recorder;
    }

    private record Pending<J>(J judged, CompletionStage<RecordPosition> stored) {}

    /**
     * A judged event that is stored.
     *
     * @param judged the outcome
     * @param position where the event stands
     */
    record Stored<J>(J judged, RecordPosition position) {}

    /** Looks at the state of a session, alone, and records nothing. */
    <T> @Nullable T look(String sessionKey, Function<StateTable, @Nullable T> look) {
        return states.with(sessionKey, look);
    }

    /**
     * Judges with the state of a session and waits until the event is stored.
     *
     * @param judgement works on the state; it is called once, alone in the session
     * @param event the event in its outcome
     * @throws Refusal {@code EVENTS_UNAVAILABLE} if the event was not stored
     */
    <J> Stored<J> judge(String sessionKey, Function<StateTable, J> judgement, Function<J, SessionEvent> event) {
        Pending<J> pending = states.with(sessionKey, state -> {
            J judged = judgement.apply(state);
            return new Pending<>(judged, recorder.enqueue(event.apply(judged)));
        });
        return new Stored<>(pending.judged(), recorder.await(pending.stored()));
    }
}
