package io.weir.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalRecordTest {

    @Test
    void sortsMembersByUtf16Units() {
        // The example of RFC 8785, 3.2.3: sorting by UTF-16 units puts the emoji before the Hebrew letter.
        List<String> names = List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6");
        CanonicalRecord canonical = new CanonicalRecord();
        names.forEach(name -> canonical.put(name, 1));
        assertThat(canonical.text())
                .isEqualTo(
                        "{\"\\r\":1,\"1\":1,\"\u0080\":1,\"\u00f6\":1,\"\u20ac\":1,\"\ud83d\ude00\":1,\"\ufb33\":1}");
    }

    @Test
    void escapesAsTheRfcDoes() {
        // The example of RFC 8785, 3.2.2.2
        String text = "\u20ac$\u000f\nA'B\"\\\\\"/";
        assertThat(new CanonicalRecord().put("s", text).text())
                .isEqualTo("{\"s\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void usesShortEscapesWhereThereAreAny() {
        assertThat(new CanonicalRecord()
                        .put("s", "\b\t\n\f\r\u0000\u001f\u007f")
                        .text())
                .isEqualTo("{\"s\":\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udc00", "\udc00\ud800"})
    void refusesLoneSurrogates(String text) {
        assertThatThrownBy(() -> new CanonicalRecord().put("s", text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, -1", "9007199254740991, 9007199254740991", "-9007199254740991, -9007199254740991"})
    void writesExactIntegers(long value, String expected) {
        assertThat(new CanonicalRecord().put("n", value).text()).isEqualTo("{\"n\":" + expected + "}");
    }

    @ParameterizedTest
    @ValueSource(longs = {9007199254740992L, -9007199254740992L, Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesIntegersThatADoubleCannotHold(long value) {
        assertThatThrownBy(() -> new CanonicalRecord().put("n", value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAMemberTwice() {
        CanonicalRecord canonical = new CanonicalRecord().put("a", 1);
        assertThatThrownBy(() -> canonical.put("a", 2)).hasMessageContaining("'a'");
    }
}
