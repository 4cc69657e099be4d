package io.weir.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.property.Property;
import io.weir.testkit.property.Texts;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello, World! 42 | helloworld42",
                "CAF\u00c9 | cafe",
                "CAFE\u0301 | cafe",
                "\uff28\uff45\uff4c\uff4c\uff4f | hello",
                "o\ufb03ce | office",
                "\ud835\udc00\ud835\udc01 | ab",
                "na\u200bme | name",
                "a\ud83d\ude00b | ab",
                "\u0416\u0433\u0448 | \u0436\u0433\u0448",
                "p\u0430\u0443r\u043ell | payroll",
                "\u039f\u03c1\u03b5n | open",
                "\u540d\u524d | \u540d\u524d",
                "\\\"quoted\\\" | quoted"
            })
    void foldsToLettersAndDigits(String text, String folded) {
        assertThat(folded(text)).isEqualTo(folded);
    }

    @Test
    void readsAnAccentTheSameWithinItsLetterAndBehindIt() {
        Property.runs(500)
                .check(
                        Texts.unicode(),
                        text -> assertThat(folded(Normalizer.normalize(text, Normalizer.Form.NFC)))
                                .isEqualTo(folded(Normalizer.normalize(text, Normalizer.Form.NFD))));
    }

    @Test
    void knowsTheWayBackToTheText() {
        Property.runs(500).check(Texts.utf16(), text -> {
            NormalizedText normalized = NormalizedText.of(text);
            for (int i = 0; i < normalized.length(); i++) {
                String origin = text.substring(normalized.start(i), normalized.end(i));
                assertThat(origin.codePointCount(0, origin.length())).isEqualTo(1);
                assertThat(folded(origin)).contains(String.valueOf(normalized.at(i)));
                assertThat(i == 0 || normalized.start(i) >= normalized.start(i - 1))
                        .isTrue();
            }
        });
    }

    @Test
    void everyFoldedCharacterComesFromExactlyItsCodePoint() {
        NormalizedText normalized = NormalizedText.of("x\ud83d\ude00\ufb03\ud835\udc00");

        assertThat(normalized.length()).isEqualTo(5);
        assertThat(new int[] {normalized.start(0), normalized.end(0)}).containsExactly(0, 1);
        for (int ligature = 1; ligature <= 3; ligature++) {
            assertThat(new int[] {normalized.start(ligature), normalized.end(ligature)})
                    .containsExactly(3, 4);
        }
        assertThat(new int[] {normalized.start(4), normalized.end(4)}).containsExactly(4, 6);
    }

    @Test
    void foldingTwiceChangesNothing() {
        Property.runs(500).check(Texts.utf16(), text -> {
            String once = folded(text);
            assertThat(folded(once)).isEqualTo(once);
        });
    }

    private static String folded(String text) {
        NormalizedText normalized = NormalizedText.of(text);
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < normalized.length(); i++) {
            folded.append(normalized.at(i));
        }
        return folded.toString();
    }
}
