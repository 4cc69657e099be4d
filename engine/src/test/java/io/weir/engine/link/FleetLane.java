package io.weir.engine.link;

import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.Statement;
import io.weir.schemas.word.Audience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The fleet lane in memory; answers come in any order. */
final class FleetLane {

    private final StateTable sessions = new MemoryStateTable();
    private final StateTable buckets = new MemoryStateTable();
    private final FleetIndexRule index = new FleetIndexRule();
    private final Forms forms = KeptForms.inMemory();
    private final SessionRules sessionRule = new SessionRules(forms);
    private final List<FleetAnswer> answers = new ArrayList<>();
    private final List<AlertRaised> told = new ArrayList<>();
    private FleetDesk desk = new FleetDesk(forms);
    private final Random order = new Random(7);

    /** From now on with so many groups of sessions. */
    void setGroups(int groups) {
        desk = new FleetDesk(forms, new FleetLayout(groups), LossListener.NONE);
    }

    /** Says something about content; gives the alerts about what has gone out. */
    List<AlertRaised> say(Statement statement) {
        return new StatementRule(forms)
                .apply(sessions, new PlacedStatement(statement, new RecordPlace("statements", 0, 0)));
    }

    /** Publishes an event; gives the alerts of the fleet lane. */
    List<AlertRaised> publish(SessionEvent event) {
        told.addAll(sessionRule.apply(sessions, PlacedEvent.unplaced(event)));
        List<FleetPart> parts = new ArrayList<>(desk.ask(PlacedEvent.unplaced(event)));
        Collections.shuffle(parts, order);
        List<AlertRaised> alerts = new ArrayList<>();
        for (FleetPart part : parts) {
            for (FleetAnswer answer : index.apply(buckets, part)) {
                answers.add(answer);
                alerts.addAll(desk.hear(sessions, answer));
            }
        }
        told.addAll(alerts);
        return alerts;
    }

    /** All alerts so far, those of the session lane included. */
    List<AlertRaised> told() {
        return told;
    }

    /** What the buckets have answered so far. */
    List<FleetAnswer> answers() {
        return answers;
    }

    /** A statement that holds from a day before a time to a day after it, for every audience. */
    static Declassification letGo(@Nullable Fingerprint content, @Nullable String source, long timeMillis) {
        long day = Duration.ofDays(1).toMillis();
        return new Declassification(
                "d-" + source,
                "acme",
                timeMillis,
                "ana",
                content,
                source,
                null,
                null,
                Audience.PUBLIC,
                "a test",
                timeMillis - day,
                timeMillis + day,
                false);
    }
}
