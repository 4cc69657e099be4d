package io.weir.correlator;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.correlator.fleet.FleetForms;
import io.weir.engine.correlation.SessionCorrelation;
import io.weir.engine.link.FleetDesk;
import io.weir.engine.link.FleetIndexRule;
import io.weir.engine.link.FleetPart;
import io.weir.engine.link.PlacedEvent;
import io.weir.engine.link.PlacedStatement;
import io.weir.engine.link.StatementRule;
import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Classification;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.Statement;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DataClass;
import io.weir.testkit.event.SampleEvents;
import io.weir.testkit.property.Choices;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same rule gives the same alerts, in the same order, in memory and in Kafka Streams. */
final class HostsAgreeTest {

    private static final List<String> SESSIONS = List.of("s", "s2", "t|s", "\u00e9", "\ud83d\ude00", "\uffee");

    @TempDir
    private Path folder;

    private int run;

    @Test
    void onARuleThatUsesEveryOperationOfTheStatePort() {
        Gen<SessionEvent> event = choices -> {
            String session = choices.oneOf(SESSIONS);
            String name = session + choices.below(1_000);
            return choices.coin() ? SampleEvents.call(session, name) : SampleEvents.response(session, name);
        };

        Property.runs(15).check(Generators.lists(event), events -> assertHostsAgree(events, SampleRule::new));
    }

    @Test
    void onTheRulesOfTheSessionLane() {
        AtomicInteger alerts = new AtomicInteger();

        Property.runs(15)
                .check(
                        Generators.lists(RandomSession::event),
                        events -> alerts.addAndGet(
                                assertHostsAgree(events, () -> new SessionCorrelation(FleetForms.session()))));

        assertThat(alerts).as("alerts over all histories").hasPositiveValue();
    }

    @Test
    void onWhatPeopleSayBetweenTheEvents() {
        AtomicInteger retroactive = new AtomicInteger();
        Gen<Object> happening = choices -> choices.below(4) == 0 ? statement(choices) : RandomSession.event(choices);

        Property.runs(15).check(Generators.lists(happening), all -> {
            List<AlertRaised> inMemory = inMemory(all, session());
            assertThat(inStreams(all, HostsAgreeTest::session)).isEqualTo(inMemory);
            retroactive.addAndGet((int) inMemory.stream()
                    .filter(alert -> alert.retroactive() != null)
                    .count());
        });

        assertThat(retroactive).as("retroactive alerts over all histories").hasPositiveValue();
    }

    private static Reducer<PlacedEvent, AlertRaised> session() {
        return new SessionCorrelation(FleetForms.session());
    }

    private static Statement statement(Choices choices) {
        SessionEvent read = RandomSession.read("s");
        long time = SampleEvents.TIME_MILLIS;
        return choices.coin()
                ? new Classification(
                        "c" + choices.below(3), "acme", time, "ana", read.fingerprint(), null, DataClass.PII, true)
                : new Declassification(
                        "d" + choices.below(3),
                        "acme",
                        time,
                        "ana",
                        read.fingerprint(),
                        null,
                        null,
                        null,
                        Audience.PUBLIC,
                        "a test",
                        time,
                        time + 1,
                        choices.coin());
    }

    private int assertHostsAgree(
            List<SessionEvent> events, Supplier<? extends Reducer<PlacedEvent, AlertRaised>> rules) {
        List<AlertRaised> inMemory = inMemory(events, rules.get());

        assertThat(inStreams(events, rules)).isEqualTo(inMemory);
        return inMemory.size();
    }

    private static List<AlertRaised> inMemory(List<?> events, Reducer<PlacedEvent, AlertRaised> rule) {
        StateTable state = new MemoryStateTable();
        StateTable buckets = new MemoryStateTable();
        FleetDesk desk = FleetForms.desk();
        FleetIndexRule index = new FleetIndexRule();
        Set<String> seen = new HashSet<>();
        List<AlertRaised> alerts = new ArrayList<>();
        long offset = 0;
        Map<String, Long> said = new HashMap<>();
        StatementRule statements = new StatementRule(FleetForms.session());
        for (Object happening : events) {
            if (happening instanceof Statement statement) {
                alerts.addAll(statements.apply(
                        state,
                        new PlacedStatement(
                                statement,
                                new RecordPlace(
                                        topicOf(statement), 0, said.merge(topicOf(statement), 1L, Long::sum) - 1))));
                continue;
            }
            SessionEvent event = (SessionEvent) happening;
            PlacedEvent placed = new PlacedEvent(event, new RecordPlace("weir.calls.v1", 0, offset++));
            if (seen.add(event.principal().sessionKey() + event.eventId())) {
                alerts.addAll(rule.apply(state, placed));
                for (FleetPart part : desk.ask(placed)) {
                    index.apply(buckets, part).forEach(answer -> alerts.addAll(desk.hear(state, answer)));
                }
            }
        }
        return alerts;
    }

    private static void publish(CorrelatorDriver correlator, Object happening) {
        if (happening instanceof Statement statement) {
            correlator.publish(statement);
        } else {
            correlator.publish((SessionEvent) happening);
        }
    }

    private static String topicOf(Statement statement) {
        return statement instanceof Declassification ? "weir.declassifications.v1" : "weir.classifications.v1";
    }

    private List<AlertRaised> inStreams(List<?> events, Supplier<? extends Reducer<PlacedEvent, AlertRaised>> rules) {
        try (CorrelatorDriver correlator = new CorrelatorDriver(folder.resolve("run" + run++), rules)) {
            events.forEach(happening -> publish(correlator, happening));
            return correlator.alerts().stream().map(TestRecord::value).toList();
        }
    }
}
