package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.fingerprint.Print;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.InstructionTone;
import io.weir.schemas.word.ValueKind;
import io.weir.testkit.property.Choices;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import io.weir.testkit.property.Texts;
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
    void refusesAVersionThatItDoesNotKnowAndSaysWhatToDo() {
        assertThatThrownBy(() -> SessionReadCodec.decode(new byte[] {9, 0, 0}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "a stored read has version 9, this program knows 3 to 5; start the version that wrote it, or "
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
