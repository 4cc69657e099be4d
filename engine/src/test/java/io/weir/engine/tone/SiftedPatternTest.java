package io.weir.engine.tone;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class SiftedPatternTest {

    private static final int TEXTS = 3_000;
    private static final int PIECES_MAX = 40;

    private static final List<String> EXPRESSIONS = List.of(
            "\\b(?:to|with|into)\\s{1,4}(\\p{Lu}[\\p{L}_-]{0,9})(?!\\w)",
            "\\bto be\\b.{0,10}\\bsent\\b",
            "[.!?][\"')\\]]{0,2}\\s",
            "\\n\\s{0,40}\\n",
            "(?:^|\\n)[ \\t-]{0,4}[\\w-]{1,9}(?<! (?:to|at))[\"']?:(?=\\s)",
            "<[^<>]{0,9}>",
            "(?<![\\w/])kelvin",
            "\\p{Lu}{2}",
            "\u0441\u0440\u043e\u0447\u043d\u043e|\u7acb\u5373");

    private static final List<String> PIECES = List.of(
            "to",
            "To",
            "with",
            " ",
            " ",
            "  ",
            "\n",
            "\n\n",
            "be",
            "sent",
            "Anna",
            "anna",
            "x",
            "_",
            "-",
            ".",
            "? ",
            "'",
            "!\"",
            ":",
            "to:",
            "at:",
            "note:",
            "<",
            ">",
            "<tag>",
            "kelvin",
            "\u212aelvin",
            "/kelvin",
            "\u00e9",
            "\u017f",
            "AB",
            "\u00c4\u00d6",
            "\u7acb\u5373",
            "\u0441\u0440\u043e\u0447\u043d\u043e",
            "\u0301",
            "\ud83d\ude00",
            "7");

    @Test
    void findsWhatAPlainPatternOfAllFinds() {
        for (int flags : new int[] {0, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL}) {
            SiftedPattern sifted = new SiftedPattern(EXPRESSIONS, flags);
            Pattern plain = Pattern.compile(String.join("|", EXPRESSIONS), flags);
            Property.runs(TEXTS).check(texts(), text -> {
                List<String> found = new ArrayList<>();
                sifted.forEach(text, match -> found.add(match.start() + "-" + match.end()));

                assertThat(found).isEqualTo(allOf(plain.matcher(text)));
            });
        }
    }

    @Test
    void stopsWhereTheVisitorHasSeenEnough() {
        List<Integer> ends = new ArrayList<>();

        new SiftedPattern(EXPRESSIONS, 0).forEach("<a> <b> <c>", match -> {
            ends.add(match.end());
            return ends.size() < 2;
        });

        assertThat(ends).containsExactly(3, 7);
    }

    private static List<String> allOf(Matcher matcher) {
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.start() + "-" + matcher.end());
        }
        return found;
    }

    private static Gen<String> texts() {
        return Generators.lists(Generators.oneOf(PIECES), 0, PIECES_MAX).map(pieces -> String.join("", pieces));
    }
}
