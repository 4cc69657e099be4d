package io.weir.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Re2ParserTest {

    private static final int TEXTS = 400;
    private static final String UNITS = "aAbBzZ09_-. \t\n\"'=:;{}$/\\|";

    /** RE2 itself is the oracle: the expression that we make of it finds the same places. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\b[ab]{2}\\b",
                "a\\b.",
                "\\B0",
                "(?i)ab",
                "a(?i)b|Z",
                "(?i:a)B",
                "(?i)a(?-i:b)",
                "[[:alnum:]]{2}[^[:space:]]",
                "[[:^digit:]_-]9",
                "[\\w.-]{0,5}?=",
                "\\x60|\\x{41}",
                "^a|b$",
                "(?m)^a|b$",
                "(?s)a.b",
                "a.b",
                "(?P<name>a|b)(?:_|-)+0",
                "(?:a|b|[^a-z0]){2,3}?=",
                "\\Q$a\\E",
                "{\\d}|{a}",
                "[]a]b",
                "[a-]0",
                "\\pL\\d",
                "(?:[\\x60'\"\\s;]|\\\\[nr]|$)",
                "(?:['\\\"]|\\s|=|\\x60){1,5}[a-z]"
            })
    void findsWhatRe2Finds(String expression) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String ours = ExpressionWriter.write(Re2Parser.parse(expression, Re2Parser.ANY_GROUP));
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random);
            assertThat(found(ours, text))
                    .as("%s written as %s, in \"%s\", seed %d", expression, ours, text, seed)
                    .isEqualTo(foundByRe2(expression, text));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "a(b ! '('",
                "a)b ! ')'",
                "(a)\\1 ! escape",
                "a{3,2} ! backwards",
                "[z-a] ! backwards",
                "(?=a) ! group",
                "*a ! repeat"
            })
    void refusesWhatItDoesNotKnow(String expression, String reason) {
        assertThatThrownBy(() -> Re2Parser.parse(expression, Re2Parser.ANY_GROUP))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining(reason);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(14);
        for (int i = 0; i < length; i++) {
            text.append(UNITS.charAt(random.nextInt(UNITS.length())));
        }
        return text.toString();
    }

    private static List<String> found(String expression, String text) {
        List<String> found = new ArrayList<>();
        java.util.regex.Matcher matcher =
                java.util.regex.Pattern.compile(expression).matcher(text);
        while (matcher.find()) {
            found.add(matcher.start() + "-" + matcher.end());
        }
        return found;
    }

    private static List<String> foundByRe2(String expression, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(expression).matcher(text);
        while (matcher.find()) {
            found.add(matcher.start() + "-" + matcher.end());
        }
        return found;
    }
}
