package io.weir.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.detect.Detection;
import io.weir.engine.detect.Detector;
import io.weir.testkit.property.Property;
import io.weir.testkit.property.Texts;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueScannerTest {

    private final Detector detector = Detector.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see https://a.example.test/x?y=1.  | URL https://a.example.test/x?y=1",
                "(www.example.test/path)            | URL www.example.test/path",
                "order ZX-48213-QP, please          | IDENTIFIER ZX-48213-QP",
                "ticket 20817345!                   | IDENTIFIER 20817345",
                "due 2031-04-17.                    | DATE 2031-04-17",
                "on 17/04/2031;                     | DATE 17/04/2031",
                "a total of 1,250 pieces            | NUMBER 1,250",
                "write to bob@weir.test.            | EMAIL bob@weir.test",
                "in 1999 and 2031                   | ''",
                "only words, 12 of them             | ''",
                "h4x and 7up                        | ''"
            })
    void findsShortValues(String text, String expected) {
        assertThat(described(text)).isEqualTo(expected);
    }

    @Test
    void whatADetectorFoundIsNotFoundTwice() {
        assertThat(described("card 4539 1488 0343 6467 until 2031-04-17"))
                .isEqualTo("CARD 4539 1488 0343 6467, DATE 2031-04-17");
    }

    @Test
    void valuesNeitherOverlapNorComeOutOfOrder() {
        Property.runs(300).check(Texts.unicode(), text -> {
            int end = 0;
            for (FoundValue value : ValueScanner.scan(text, detections(text))) {
                assertThat(value.start()).isGreaterThanOrEqualTo(end);
                assertThat(value.end()).isBetween(value.start() + 1, text.length());
                end = value.end();
            }
        });
    }

    private List<Detection> detections(String text) {
        return text.isEmpty() ? List.of() : detector.detect(Sketches.payload(text));
    }

    private String described(String text) {
        return ValueScanner.scan(text, detections(text)).stream()
                .map(value -> value.kind() + " " + text.substring(value.start(), value.end()))
                .collect(Collectors.joining(", "));
    }
}
