package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.Retroactive;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.RetroactiveCause;
import io.weir.schemas.word.ValueKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetAnswerFormTest {

    @Test
    void givesBackWhatItWasGiven() {
        SessionRead read = new SessionRead(
                "e1",
                "t1",
                "read_file",
                1_795_219_200_000L,
                new RecordPlace("calls", 3, 77),
                List.of(),
                List.of(DataClass.PII, DataClass.SECRETS),
                List.of("/content", "/caf\u00e9"),
                List.of(),
                List.of());
        List<Hit> hits =
                List.of(new Hit(null, 0, 3, 27, 1, 100, 124, 1), new Hit(ValueKind.EMAIL, 1, 0, 20, 0, 7, 27, 0));
        FleetSource source = new FleetSource("agent-1", read, List.of("server:memory"), hits);
        FleetAnswer telling =
                new FleetAnswer("acme|s1", "t2", 2, 4, new Enclosure(new byte[] {1, 2, 3}), List.of(source), null);
        Retroactive cause =
                new Retroactive(RetroactiveCause.LATE_READ, 1_795_219_200_000L, "e1", new RecordPlace("calls", 3, 77));
        FleetAnswer again = new FleetAnswer("acme|s1", "t2", 2, 1, null, List.of(source), cause);
        FleetAnswer knowsNothing = new FleetAnswer("acme|s1", "t2", 3, 4, null, List.of(), null);

        assertThat(FleetAnswerForm.decode(FleetAnswerForm.encode(telling))).isEqualTo(telling);
        assertThat(FleetAnswerForm.decode(FleetAnswerForm.encode(again))).isEqualTo(again);
        assertThat(FleetAnswerForm.decode(FleetAnswerForm.encode(knowsNothing))).isEqualTo(knowsNothing);
    }

    @Test
    void refusesAVersionThatItDoesNotKnow() {
        assertThatThrownBy(() -> FleetAnswerForm.decode(new byte[] {9}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an answer has version 9, this program knows 1 and 2");
    }
}
