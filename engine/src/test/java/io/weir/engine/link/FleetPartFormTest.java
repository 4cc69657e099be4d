package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.fingerprint.Print;
import io.weir.engine.state.RecordPlaces;
import io.weir.schemas.event.PackedValues;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.packed.PackedOutput;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ValueKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FleetPartFormTest {

    private static final RecordPlace PLACE = new RecordPlace("calls", 3, 77);
    private static final List<Print> PRINTS = List.of(new Print(-5, 0, 3, 27), new Print(9, 1, 0, 24));
    private static final List<ValuePrint> VALUES =
            List.of(new ValuePrint(ValueKind.EMAIL, "00000000000000ff", 0, 4, 20, null));

    @Test
    void givesBackWhatItWasGiven() {
        FleetPart read = part(false, List.of("server:memory", "4f2a"), null);
        FleetPart write = part(true, List.of(), new Enclosure(new byte[] {1, 2, 3}));

        assertThat(FleetPartForm.decode(FleetPartForm.encode(read))).isEqualTo(read);
        assertThat(FleetPartForm.decode(FleetPartForm.encode(write))).isEqualTo(write);
    }

    @Test
    void readsAPartOfTheVersionBefore() {
        FleetPart read = part(false, List.of("4f2a"), null);

        assertThat(FleetPartForm.decode(versionThree(read))).isEqualTo(read);
    }

    /** As the version before wrote parts of reads. */
    private static byte[] versionThree(FleetPart part) {
        PackedOutput out = new PackedOutput(64).put(3).put(0);
        out.putText(part.tenant()).putNumber(part.bucket()).putNumber(part.parts());
        out.putText(part.eventId()).putText(part.traceId()).putText(part.sessionKey());
        out.putText(part.agentId()).putText(part.tool()).putNumber(part.timeMillis());
        RecordPlaces.put(out, part.place());
        out.putEach(part.systems(), out::putText);
        out.putEach(part.dataClasses(), dataClass -> out.putText(dataClass.name()));
        out.putEach(part.addresses(), out::putText);
        PlainPrints.put(out, part.prints());
        PackedValues.put(out, part.values());
        EnclosureForm.put(out, null);
        return out.toBytes();
    }

    @Test
    void refusesAVersionThatItDoesNotKnow() {
        assertThatThrownBy(() -> FleetPartForm.decode(new byte[] {2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a part has version 2, this program knows 3 and 4");
    }

    private static FleetPart part(boolean write, List<String> systems, @Nullable Enclosure call) {
        return new FleetPart(
                write,
                "acme",
                2,
                4,
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
                VALUES,
                call);
    }
}
