package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.fingerprint.Print;
import io.weir.engine.state.PackedOutput;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ValueKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FleetPartFormTest {

    private static final RecordPlace PLACE = new RecordPlace("calls", 3, 77);
    private static final List<Print> PRINTS = List.of(new Print(-5, 0, 3, 27), new Print(9, 1, 0, 24));
    private static final List<ValuePrint> VALUES =
            List.of(new ValuePrint(ValueKind.EMAIL, "00000000000000ff", 0, 4, 20, null));

    @Test
    void givesBackWhatItWasGiven() {
        FleetPart part = part(List.of("server:memory", "4f2a"));

        assertThat(FleetPartForm.decode(FleetPartForm.encode(part))).isEqualTo(part);
    }

    @Test
    void readsPartsThatNameNoSystems() {
        PackedOutput out = new PackedOutput(256);
        out.put(1).put(0).putText("acme").putNumber(2).putNumber(4).putNumber(0);
        out.putText("e1").putText("t1").putText("acme|s1").putText("agent-1").putText("read_file");
        out.putNumber(1_795_219_200_000L).putPlace(PLACE);
        out.putEach(List.of(DataClass.PII), dataClass -> out.putText(dataClass.name()));
        out.putEach(List.of("/content"), out::putText);
        ContentForm.putPrints(out, PRINTS);
        ContentForm.putValues(out, VALUES);

        assertThat(FleetPartForm.decode(out.toBytes())).isEqualTo(part(List.of()));
    }

    @Test
    void refusesAVersionThatItDoesNotKnow() {
        assertThatThrownBy(() -> FleetPartForm.decode(new byte[] {3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a part has version 3, this program knows 1 and 2");
    }

    private static FleetPart part(List<String> systems) {
        return new FleetPart(
                false,
                "acme",
                2,
                4,
                0,
                "e1",
                "t1",
                "acme|s1",
                "agent-1",
                "read_file",
                systems,
                1_795_219_200_000L,
                PLACE,
                List.of(DataClass.PII),
                List.of("/content"),
                PRINTS,
                VALUES);
    }
}
