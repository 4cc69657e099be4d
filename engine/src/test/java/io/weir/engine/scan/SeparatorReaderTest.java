package io.weir.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.rule.RuleDefinition;
import io.weir.engine.rule.Shape;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SeparatorReaderTest {

    private static final List<String> PIECES = List.of(
            "=", ":", " ", "\"", "'", "`", "\\", ">", "-", "|", ",", ";", "(", ")", "[", "]", "{", "\n", "\r", "\t",
            "value", "Value", "string", "str ", "is", "was ", "no.", "number", "$", "@", "f\"", "?", ".", "!", "+", "#",
            "**", "</b>", "<code>", "<TD>", "</td>", "<", "&", "&quot;", "*", "name", "--name", "- ", "\u00e9", "1");
    private static final Gen<String> TEXTS =
            Generators.lists(Generators.oneOf(PIECES), 0, 9).map(pieces -> String.join("", pieces));

    @Test
    void readsInCodeAndFlagsWhatTheExpressionSays() {
        assertReadsLike(Pattern.compile(separator(false)), false);
    }

    @Test
    void readsInProseWhatTheExpressionSays() {
        assertReadsLike(Pattern.compile(separator(true)), true);
    }

    private static void assertReadsLike(Pattern plain, boolean prose) {
        Property.runs(8_000).check(TEXTS, text -> {
            ScanMemory memory = new ScanMemory(1, 1, 1);
            memory.load(text);
            Matcher matcher = plain.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            for (int at = 0; at <= text.length(); at++) {
                int expected = matcher.region(at, text.length()).lookingAt() ? matcher.end() : -1;
                assertThat(read(memory.separators, at, prose)).as("at %d", at).isEqualTo(expected);
            }
        });
    }

    private static int read(SeparatorReader reader, int at, boolean prose) {
        int code = reader.code(at);
        int flag = code < 0 ? reader.flag(at) : code;
        return flag < 0 && prose ? reader.sentence(at) : flag;
    }

    /** The separator alone, out of the expression of an assignment. */
    private static String separator(boolean prose) {
        RuleDefinition.Assignment assignment =
                new RuleDefinition.Assignment(List.of("x"), List.of(), 0, List.of(), prose, "v(?!w)", null);
        String plain = Shape.assignment(assignment).plain();
        String name = "(?:(?i:" + Pattern.quote("x") + "))";
        return plain.substring(name.length(), plain.length() - "(?<value>v(?!w))".length());
    }
}
