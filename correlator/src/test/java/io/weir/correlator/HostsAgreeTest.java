package io.weir.correlator;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.correlator.fleet.FleetForms;
import io.weir.engine.correlation.SessionCorrelation;
import io.weir.engine.link.FleetDesk;
import io.weir.engine.link.FleetIndexRule;
import io.weir.engine.link.PlacedEvent;
import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.FleetPart;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.SessionEvent;
import io.weir.testkit.event.SampleEvents;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
                        events -> alerts.addAndGet(assertHostsAgree(events, SessionCorrelation::new)));

        assertThat(alerts).as("alerts over all histories").hasPositiveValue();
    }

    private int assertHostsAgree(
            List<SessionEvent> events, Supplier<? extends Reducer<PlacedEvent, AlertRaised>> rules) {
        List<AlertRaised> inMemory = inMemory(events, rules.get());

        assertThat(inStreams(events, rules)).isEqualTo(inMemory);
        return inMemory.size();
    }

    private static List<AlertRaised> inMemory(List<SessionEvent> events, Reducer<PlacedEvent, AlertRaised> rule) {
        StateTable state = new MemoryStateTable();
        StateTable buckets = new MemoryStateTable();
        FleetDesk desk = FleetForms.desk();
        FleetIndexRule index = new FleetIndexRule();
        Set<String> seen = new HashSet<>();
        List<AlertRaised> alerts = new ArrayList<>();
        long offset = 0;
        for (SessionEvent event : events) {
            PlacedEvent placed = new PlacedEvent(event, new RecordPlace("weir.calls.v1", 0, offset++));
            if (seen.add(event.principal().sessionKey() + event.eventId())) {
                alerts.addAll(rule.apply(state, placed));
                for (FleetPart part : desk.ask(state, placed)) {
                    index.apply(buckets, part).forEach(answer -> alerts.addAll(desk.hear(state, answer)));
                }
            }
        }
        return alerts;
    }

    private List<AlertRaised> inStreams(
            List<SessionEvent> events, Supplier<? extends Reducer<PlacedEvent, AlertRaised>> rules) {
        try (CorrelatorDriver correlator = new CorrelatorDriver(folder.resolve("run" + run++), rules)) {
            events.forEach(correlator::publish);
            return correlator.alerts().stream().map(TestRecord::value).toList();
        }
    }
}
