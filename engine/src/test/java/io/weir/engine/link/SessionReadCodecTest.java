package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.fingerprint.Print;
import io.weir.engine.fingerprint.PrintCodec;
import io.weir.engine.state.RecordPlaces;
import io.weir.schemas.event.PackedValues;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.packed.PackedOutput;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.InstructionTone;
import io.weir.schemas.word.ValueKind;
import io.weir.testkit.property.Choices;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import io.weir.testkit.property.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionReadCodecTest {

    @Test
    void readsWhatItWrote() {
        Property.forAll(
                reads(),
                read -> assertThat(SessionReadCodec.decode(SessionReadCodec.encode(read)))
                        .isEqualTo(read));
    }

    @Test
    void writesEqualReadsAlike() {
        Property.forAll(
                reads(),
                read -> assertThat(SessionReadCodec.encode(read))
                        .isEqualTo(SessionReadCodec.encode(SessionReadCodec.decode(SessionReadCodec.encode(read)))));
    }

    @Test
    void readsAddressesAndPrintsOfTheVersionBefore() {
        Property.forAll(
                reads(),
                read -> assertThat(SessionReadCodec.decode(versionFive(read))).isEqualTo(read));
    }

    @Test
    void readsWhatItWroteOfPrintsAsTheyCameIn() {
        String packed = PrintCodec.encode(List.of(new Print(-7, 0, 3, 27), new Print(9, 2, 1, 25)));
        SessionRead read = new SessionRead(
                "e",
                "t",
                "tool",
                1,
                null,
                List.of(),
                List.of(),
                List.of("/a/0", "/a/1", "/b"),
                PrintCodec.decode(packed),
                PackedValues.of(PackedValues.text(
                        List.of(new ValuePrint(ValueKind.EMAIL, "00000000000000ff", 1, 4, 20, null)))));

        byte[] stored = SessionReadCodec.encode(read);

        assertThat(SessionReadCodec.decode(stored)).isEqualTo(read);
        assertThat(SessionReadCodec.encode(SessionReadCodec.decode(stored))).isEqualTo(stored);
    }

    /** As the version before wrote reads. */
    private static byte[] versionFive(SessionRead read) {
        PackedOutput out = new PackedOutput(64).put(5);
        out.putText(read.eventId()).putText(read.traceId()).putText(read.tool()).putNumber(read.timeMillis());
        RecordPlaces.put(out, read.place());
        out.putEach(read.origins(), out::putText);
        out.putEach(read.dataClasses(), dataClass -> out.putText(dataClass.name()));
        out.putEach(read.addresses(), out::putText);
        PlainPrints.put(out, read.prints());
        PackedValues.put(out, read.values());
        return out.toBytes();
    }

    @Test
    void refusesAVersionThatItDoesNotKnowAndSaysWhatToDo() {
        assertThatThrownBy(() -> SessionReadCodec.decode(new byte[] {9, 0, 0}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "a stored read has version 9, this program knows 3 to 7; start the version that wrote it, or "
                                + "reset the correlator's state");
    }

    private static Gen<SessionRead> reads() {
        return choices -> new SessionRead(
                Texts.utf16().from(choices),
                Generators.hex(32).from(choices),
                Texts.word().from(choices),
                Generators.longs().from(choices),
                choices.coin() ? null : new RecordPlace("calls", choices.below(6), choices.below(1_000_000)),
                Generators.lists(Generators.hex(16), 0, 3).from(choices),
                Generators.subsets(DataClass.class).from(choices),
                Generators.lists(Texts.unicode(), 0, 4).from(choices),
                Generators.lists(SessionReadCodecTest::print, 0, 8).from(choices),
                Generators.lists(SessionReadCodecTest::value, 0, 8).from(choices));
    }

    private static Print print(Choices choices) {
        int start = choices.below(1_000_000);
        return new Print(Generators.longs().from(choices), choices.below(20_000), start, start + choices.below(400));
    }

    private static ValuePrint value(Choices choices) {
        int start = choices.below(1_000_000);
        return new ValuePrint(
                Generators.constants(ValueKind.class).from(choices),
                Generators.hex(16).from(choices),
                choices.below(20_000),
                start,
                start + choices.below(400),
                choices.coin() ? Generators.constants(InstructionTone.class).from(choices) : null);
    }
}
