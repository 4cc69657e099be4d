package io.weir.scanapi.session;

import io.weir.engine.decide.InlineJudge;
import io.weir.messaging.DecisionHistory;
import io.weir.messaging.HistoryUnreadable;
import io.weir.scanapi.risk.Habits;
import io.weir.schemas.event.DecisionMade;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings back what a node knew before it was started, by the decisions of the last while: what policies remember of
 * sessions, and what agents usually do. What was read comes back another way, with what other nodes have read. A node
 * that cannot do so goes on without, and says so.
 */
public final class Restoration {

    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    private final InlineJudge judge;
    private final SessionStates states;
    private final Habits habits;

    /** Brings back the state of these sessions and these habits. */
    public Restoration(InlineJudge judge, SessionStates states, Habits habits) {
        this.judge = judge;
        this.states = states;
        this.habits = habits;
    }

    /**
     * Looks at the decisions since a time, the oldest first in each session.
     *
     * @param waitMax how long that may take; then the rest is left out
     * @return how many decisions were taken note of
     */
    public long run(DecisionHistory history, long fromMillis, Duration waitMax) {
        long deadlineNanos = System.nanoTime() + waitMax.toNanos();
        long beganNanos = System.nanoTime();
        long[] restored = {0};
        boolean[] whole = {true};
        try {
            history.read(null, fromMillis, Long.MAX_VALUE, (made, place) -> {
                restore(made);
                restored[0]++;
                whole[0] = System.nanoTime() - deadlineNanos < 0;
                return whole[0];
            });
        } catch (HistoryUnreadable e) {
            whole[0] = false;
        }
        LOG.info(
                "event=sessions_restored decisions={} whole={} took_millis={}",
                restored[0],
                whole[0],
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos));
        return restored[0];
    }

    private void restore(DecisionMade made) {
        states.with(made.principal().sessionKey(), state -> {
            judge.restore(state, made);
            return made;
        });
        habits.learn(made);
    }
}
