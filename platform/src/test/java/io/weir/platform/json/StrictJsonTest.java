package io.weir.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weir.schemas.error.ErrorCode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {

    private static final String MARK = "secretmark";

    private final StrictJson reader = new StrictJson(1 << 20);

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        nothing                 | ""                          | JSON_MALFORMED
        blanks                  | "   "                       | JSON_MALFORMED
        a bare word             | secretmark                  | JSON_MALFORMED
        an open object          | {'a':'secretmark'           | JSON_MALFORMED
        an open string          | {'a':'secretmark            | JSON_MALFORMED
        an open array           | [1,2                        | JSON_MALFORMED
        a missing value         | {'secretmark':}             | JSON_MALFORMED
        a comma too many        | [1,]                        | JSON_MALFORMED
        two values              | {'a':1} {'secretmark':2}    | JSON_MALFORMED
        a stray bracket         | {'a':1}}                    | JSON_MALFORMED
        a comment               | {'a':1 /* secretmark */}    | JSON_MALFORMED
        a single-quoted string  | {`a':1}                     | JSON_MALFORMED
        NaN                     | [NaN]                       | JSON_MALFORMED
        a leading zero          | [01]                        | JSON_MALFORMED
        an exponent too large   | [1e99999999999]             | JSON_MALFORMED
        an exponent beyond us   | [1e2000000]                 | JSON_MALFORMED
        a tiny exponent         | [1e-2000000]                | JSON_MALFORMED
        a member twice          | {'secretmark':1,'secretmark':2} | JSON_DUPLICATE_KEY
        a nested member twice   | [{'a':{'b':1,'b':1}}]       | JSON_DUPLICATE_KEY
        a member twice, escaped | {'a':1,'\\u0061':2}         | JSON_DUPLICATE_KEY
        """)
    void refusesWithTheRightCodeAndWithoutTheText(String name, String document, ErrorCode code) {
        JsonRejected rejected = reject(document.replace('\'', '"'));

        assertThat(rejected.code()).isEqualTo(code);
        assertThat(rejected.detail()).doesNotContain(MARK).endsWith(".");
    }

    @Test
    void namesLineAndColumn() {
        assertThat(reject("{\n  \"a\": 1,\n  \"a\": 2\n}").detail()).contains("line 3, column 3");
        assertThat(reject("{\n  \"a\": oops\n}").detail()).contains("line 2, column");
    }

    @Test
    void takes128LevelsAndRefusesOneMore() throws JsonRejected {
        assertThat(reader.read(nested(128))).isInstanceOf(List.class);
        assertThat(reject(nested(129)).code()).isEqualTo(ErrorCode.JSON_TOO_DEEP);
        assertThat(reject(nested(10_000)).code()).isEqualTo(ErrorCode.JSON_TOO_DEEP);
        assertThat(reject("{\"a\":".repeat(10_000)).code()).isEqualTo(ErrorCode.JSON_TOO_DEEP);
    }

    @Test
    void refusesNumbersThatAreTooLongToTurnIntoANumber() {
        assertThat(reject("9".repeat(5_000)).code()).isEqualTo(ErrorCode.JSON_MALFORMED);
    }

    @Test
    void keepsNumbersExact() throws JsonRejected {
        assertThat(reader.read("[1, 12345678901234567890, 0.10, 1.7976931348623157e400, -7]"))
                .isEqualTo(List.of(
                        1,
                        new BigInteger("12345678901234567890"),
                        new BigDecimal("0.10"),
                        new BigDecimal("1.7976931348623157e400"),
                        -7));
    }

    @Test
    void keepsMembersInOrder() throws JsonRejected {
        assertThat(reader.read("{\"z\":1,\"a\":2,\"m\":null}"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsExactly(entry("z", 1), entry("a", 2), entry("m", null));
    }

    @Test
    void namesTheFirstByteThatIsNotUtf8() {
        byte[] document = "{\"a\":\"xy\"}".getBytes(StandardCharsets.UTF_8);
        document[7] = (byte) 0xC0;

        JsonRejected rejected = catchThrowableOfType(JsonRejected.class, () -> reader.read(document));

        assertThat(rejected.code()).isEqualTo(ErrorCode.TEXT_NOT_UTF8);
        assertThat(rejected.detail()).contains("offset 7");
    }

    @Test
    void refusesOtherEncodingsThatAParserCouldGuess() {
        byte[] utf16 = "{\"a\":1}".getBytes(StandardCharsets.UTF_16BE);

        assertThatThrownBy(() -> reader.read(utf16)).isInstanceOf(JsonRejected.class);
    }

    @Test
    void refusesAHalfSurrogateEncodedAsUtf8() {
        byte[] document = {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'};

        JsonRejected rejected = catchThrowableOfType(JsonRejected.class, () -> reader.read(document));

        assertThat(rejected.code()).isEqualTo(ErrorCode.TEXT_NOT_UTF8);
    }

    @Test
    void passesOverAByteOrderMark() throws JsonRejected {
        assertThat(reader.read("\uFEFF[1]".getBytes(StandardCharsets.UTF_8))).isEqualTo(List.of(1));
    }

    /** Whoever only checks is told the same. */
    private JsonRejected reject(String document) {
        JsonRejected rejected = catchThrowableOfType(JsonRejected.class, () -> reader.read(document));
        JsonRejected checked = catchThrowableOfType(JsonRejected.class, () -> reader.check(document));
        assertThat(checked.code()).isEqualTo(rejected.code());
        assertThat(checked.detail()).isEqualTo(rejected.detail());
        return rejected;
    }

    @ParameterizedTest
    @CsvSource({"0, '1'", "0, '\"a\"'", "1, []", "1, '{\"a\":1.5}'", "3, '[1, {\"a\":[]}, [\"b\"]]'", "128, deep"})
    void countsTheLevelsOfWhatItChecks(int levels, String document) throws JsonRejected {
        assertThat(reader.check(document.equals("deep") ? nested(128) : document))
                .isEqualTo(levels);
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    private static Map.Entry<Object, Object> entry(String key, @Nullable Object value) {
        return new AbstractMap.SimpleEntry<>(key, value);
    }
}
