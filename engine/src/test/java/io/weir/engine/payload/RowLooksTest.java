package io.weir.engine.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.property.Choices;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Property;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowLooksTest {

    private static final List<String> PIECES =
            List.of("sentence ", "?>?>", "UUU", "\u00e9", "\u20ac", "\n", "\0", "\u0001", "/");

    private final DigitRow row = new DigitRow();
    private final RowLooks looks = new RowLooks(row);

    @Test
    void saysOfEachPlaceWhatALookAtItsBytesAloneSays() {
        Property.runs(3_000).check(rows(), text -> {
            row.read(text, 0);
            List<Integer> places = places();
            for (Spelling spelling : List.of(Spelling.HEX, Spelling.BASE64, Spelling.BASE64_URL)) {
                looks.begin(spelling);
                Collections.reverse(places);
                for (int place : places) {
                    assertThat(looks.at(place))
                            .as("%s at %d", spelling.mark(), place)
                            .isEqualTo(alone(place, spelling));
                }
            }
        });
    }

    private List<Integer> places() {
        return IntStream.range(0, row.places())
                .filter(place -> !row.isAlias(place))
                .boxed()
                .collect(Collectors.toList());
    }

    private Look alone(int place, Spelling spelling) {
        int at = row.at(place);
        if (!row.isWrittenFrom(at, spelling)) {
            return Look.NOTHING;
        }
        byte[] bytes = spelling.decode(row.text().substring(at, row.end()));
        int first = bytes[0] & 0xFF;
        if (place > 0 && !ByteLook.isPrintable(first) && first < 0xC2 && first != 0x1F) {
            return Look.NOTHING;
        }
        return PackedFormat.of(bytes) != PackedFormat.NONE ? Look.FLAWLESS : Look.of(ByteLook.at(bytes));
    }

    /** Rows of one to three codes with separators between. */
    private static Gen<String> rows() {
        return choices -> {
            StringBuilder text = new StringBuilder("abcd".substring(choices.below(5)));
            for (int codes = choices.between(1, 3); codes > 0; codes--) {
                text.append(choices.oneOf(List.of("", "/", "-", "_", "a/b/c/"))).append(code(bytes(choices), choices));
            }
            return text.append("A".repeat(TextHints.RUN_MIN)).toString();
        };
    }

    private static byte[] bytes(Choices choices) {
        StringBuilder text = new StringBuilder();
        for (int pieces = choices.below(20); pieces > 0; pieces--) {
            text.append(choices.oneOf(PIECES));
        }
        boolean wide = choices.below(6) == 0;
        return text.toString().getBytes(wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
    }

    private static String code(byte[] bytes, Choices choices) {
        return switch (choices.below(4)) {
            case 0 -> HexFormat.of().formatHex(bytes);
            case 1 -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            case 2 -> Base64.getMimeEncoder().encodeToString(bytes).replace("=", "");
            default -> Base64.getEncoder().withoutPadding().encodeToString(bytes);
        };
    }
}
