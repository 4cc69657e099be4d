package io.weir.engine.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.detect.Detection;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ValueKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeMaskTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pay 1,200 to Eve! | Xxx #,### xx Xxx!",
                "\u00c9t\u00e9 \u540d\u524d | Xxx xx",
                "\u0663\u00bd | ##",
                "e\u0301 | xx",
                "\ud83d\ude00 \ud835\udc00 | \ud83d\ude00 XX",
                "a\u200bb | xxx"
            })
    void masksLettersAndDigitsOfEveryScript(String text, String mask) {
        assertThat(ShapeMask.of(text)).isEqualTo(mask).hasSameSizeAs(text);
    }

    @Test
    void masksHalvesOfSurrogatePairs() {
        assertThat(ShapeMask.of("a\ud83d")).isEqualTo("xx");
    }

    @Test
    void showsTheRuleInTheExactPlaceOfTheValue() {
        String text = "pin: $$$$%%%%&&&&! key: q2!";

        String mask = ShapeMask.of(text, List.of(detection("a-pin", 5, 17), detection("a-key", 24, 26)));

        assertThat(mask).isEqualTo("xxx: [a-pin].....! xxx: [a!").hasSameSizeAs(text);
    }

    private static Detection detection(String rule, int start, int end) {
        return new Detection(rule, DataClass.SECRETS, ValueKind.SECRET, Confidence.HIGH, 0, start, end);
    }
}
