package io.weir.messaging.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.weir.platform.json.Json;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.PackedValues;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.InstructionTone;
import io.weir.schemas.word.ValueKind;
import io.weir.testkit.property.Choices;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short values of a sketch, as events carry them. */
class PackedValuesTest {

    private static final ValuePrint MAIL =
            new ValuePrint(ValueKind.EMAIL, "00000000000000ff", 2, 4, 20, InstructionTone.values()[0]);
    private static final ValuePrint NUMBER = new ValuePrint(ValueKind.NUMBER, "9ce110c3d4c8970f", 0, 35, 40, null);

    private static final List<ValueKind> KINDS = List.of(ValueKind.values());
    private static final List<InstructionTone> TONES = List.of(InstructionTone.values());
    private static final Gen<String> HASHES = Generators.hex(16);

    private static Fingerprint sketch(List<ValuePrint> values) {
        return new Fingerprint("weir2-k12-w9", 1, List.of(), "", values);
    }

    private static Fingerprint read(String json) {
        return RecordCodec.of(Fingerprint.class).decode(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void comeBackAsTheyWere() {
        Property.forAll(
                Generators.lists(PackedValuesTest::value, 0, 40),
                values -> assertThat(PackedValues.of(PackedValues.text(values))).isEqualTo(values));
    }

    @Test
    void areAsManyAsAreWantedWhetherPackedOrNot() {
        PackedValues.Choice choice = (kind, leaf) -> kind != ValueKind.EMAIL && leaf < 50;
        Property.forAll(Generators.lists(PackedValuesTest::value, 0, 40), values -> {
            List<ValuePrint> wanted = PackedValues.where(PackedValues.of(PackedValues.text(values)), choice);

            assertThat(wanted).isEqualTo(PackedValues.where(values, choice));
            assertThat(PackedValues.of(PackedValues.text(wanted))).isEqualTo(wanted);
        });
    }

    @Test
    void haveTheirHashesAtHand() {
        Property.forAll(Generators.lists(PackedValuesTest::value, 1, 9), values -> {
            List<ValuePrint> packed = PackedValues.of(PackedValues.text(values));

            for (int i = 0; i < values.size(); i++) {
                assertThat(PackedValues.hash(packed, i)).isEqualTo(PackedValues.hash(values, i));
            }
        });
    }

    @Test
    void standInAnEventAsOneText() {
        String json = Json.text(sketch(List.of(MAIL, NUMBER)));

        assertThat(Json.text(sketch(List.of()))).contains("\"values\":\"\"");
        assertThat(json).doesNotContain("EMAIL").hasSizeLessThan(180);
        assertThat(read(json)).isEqualTo(sketch(List.of(MAIL, NUMBER)));
    }

    @Test
    void areReadFromEventsThatListThem() {
        String json = """
            {"scheme":"weir2-k12-w9","epoch":1,"leaves":[],"prints":"","values":[
             {"kind":"NUMBER","hash":"9ce110c3d4c8970f","leaf":0,"start":35,"end":40}]}
            """;

        assertThat(read(json)).isEqualTo(sketch(List.of(NUMBER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"*\"", "\"AgpOVU1CRVI\"", "\"AhBTRUNSRVRJVkU\"", "7", "\"/////////w\""})
    void areRefusedWhereTheyAreNone(String values) {
        String json =
                "{\"scheme\":\"weir2-k12-w9\",\"epoch\":1,\"leaves\":[],\"prints\":\"\",\"values\":" + values + "}";

        assertThatExceptionOfType(RecordUnreadable.class).isThrownBy(() -> read(json));
    }

    private static ValuePrint value(Choices choices) {
        int start = choices.below(1 << choices.below(20));
        return new ValuePrint(
                choices.oneOf(KINDS),
                HASHES.from(choices),
                choices.below(100),
                start,
                start + choices.below(60),
                choices.coin() ? choices.oneOf(TONES) : null);
    }
}
