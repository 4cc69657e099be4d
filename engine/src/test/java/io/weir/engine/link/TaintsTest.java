package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.engine.decide.Desk;
import io.weir.engine.state.MemoryStateTable;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.Taint;
import io.weir.schemas.word.DataClass;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TaintsTest {

    private final Desk desk = Desk.at(new MemoryStateTable(), "acme", "one");

    @Test
    void saysWhereAReadStandsAndWhatIsInIt() {
        ResponseObserved read = desk.reads("read_file", Map.of("ssn", "536-22-8726"));

        Taint taint = Taints.of(read, 3, 42).orElseThrow();

        assertThat(taint.key()).isEqualTo("acme|one|" + read.traceId());
        assertThat(taint.partition()).isEqualTo(3);
        assertThat(taint.offset()).isEqualTo(42);
        assertThat(taint.dataClasses()).containsExactly(DataClass.PII);
        assertThat(Taints.hashes(taint))
                .contains(Taints.shortened(read.fingerprint().values().get(0)));
    }

    @Test
    void givesNoSampleOfWhatIsNotSensitive() {
        ResponseObserved read = desk.reads("read_file", Map.of("text", "The river rose by a hand in the night."));

        assertThat(Taints.of(read, 0, 0)).get().extracting(Taint::sample).isEqualTo("");
    }

    @Test
    void saysNothingOfWhatCannotBeFoundAgain() {
        assertThat(Taints.of(desk.reads("read_file", Map.of("ok", true)), 0, 0)).isEmpty();
    }

    @Test
    void isBoundedHoweverLongTheRead() {
        String text = "key 536-22-8726 " + "every word of it is another one than before ".repeat(20);
        StringBuilder varied = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            varied.append(text).append(i * 7_919).append(" person").append(i).append("@example.org ");
        }

        Taint taint = Taints.of(desk.reads("read_file", Map.of("text", varied.toString())), 0, 0)
                .orElseThrow();

        assertThat(Taints.hashes(taint))
                .hasSize(Taints.VALUES_MAX + Taints.PRINTS_MAX)
                .doesNotHaveDuplicates();
        assertThat(taint.sample().length()).isLessThan(1_300);
    }

    @Test
    void refusesASampleThatItCannotHaveMade() {
        for (String sample : List.of("AAAA", "not base64!", "A".repeat(4_000))) {
            Taint taint = new Taint("acme", "acme|one", "e", "t", 0, List.of(), 0, 0, sample);

            assertThatIllegalArgumentException().isThrownBy(() -> Taints.hashes(taint));
        }
    }
}
