package io.weir.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.weir.testkit.property.Choices;
import io.weir.testkit.property.Property;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "read_*,     read_file,   true",
        "read_*,     read_,       true",
        "read_*,     Read_file,   false",
        "*,          'a/b.c\n',   true",
        "r??d,       read,        true",
        "r??d,       rd,          false",
        "[abc]x,     bx,          true",
        "[a-c]x,     dx,          false",
        "[!a-c]x,    dx,          true",
        "[!a-c]x,    ax,          false",
        "[,          [,           true",
        "a[b,        a[b,         true",
        "[*],        *,           true",
        "[*],        x,           false",
        "[]a],       ],           true",
        "'',         x,           false",
        "'',         '',          true",
        "a*b*c,      aXXbYYc,     true",
        "a*b*c,      aXXbYY,      false",
        "**,         anything,    true",
        "'{a,b}',    a,           false",
        "\\*,        '\\x',       true"
    })
    void matchesAsShellsDo(String pattern, String name, boolean matches) {
        assertThat(Glob.of(pattern).matches(name)).isEqualTo(matches);
    }

    @Test
    void ignoresLetterCaseOnlyWhereItIsTold() {
        assertThat(Glob.ignoringCase("Read_*").matches("rEAD_x")).isTrue();
        assertThat(Glob.of("Read_*").matches("read_x")).isFalse();
    }

    @Test
    void agreesWithAnExpressionOfTheSameMeaning() {
        Property.forAll(
                choices -> List.of(word(choices, "ab*?"), word(choices, "abc")),
                words -> assertThat(Glob.of(words.get(0)).matches(words.get(1)))
                        .isEqualTo(Pattern.matches(
                                "(?s)" + words.get(0).replace("*", ".*").replace("?", "."), words.get(1))));
    }

    @Test
    void takesNoTimeThatGrowsWithItsStars() {
        Glob glob = Glob.of("*a".repeat(200) + "b");

        assertThatCode(() -> assertThat(glob.matches("a".repeat(60_000))).isFalse())
                .doesNotThrowAnyException();
    }

    private static String word(Choices choices, String signs) {
        StringBuilder word = new StringBuilder();
        int length = choices.below(9);
        for (int i = 0; i < length; i++) {
            word.append(signs.charAt(choices.below(signs.length())));
        }
        return word.toString();
    }
}
