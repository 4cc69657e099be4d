package io.weir.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "abc ; 3 ; 3",
                "a{2,5}b? ; 2 ; 6",
                "(?:ab|c){2} ; 2 ; 4",
                "(?<![a-z])a(?!b) ; 1 ; 1",
                "a* ; 0 ; 2147483647",
                "(?:a{65536}){65536} ; 2147483647 ; 2147483647",
                "(?i)ab(?<value>[^\\s]{3}) ; 5 ; 5",
                "[]a-]x ; 2 ; 2",
                "\\x41\\u00e9 ; 2 ; 2"
            })
    void readsTheSubset(String text, int min, int max) {
        Expression expression = ExpressionParser.parse(text);

        assertThat(expression.min()).isEqualTo(min);
        assertThat(expression.max()).isEqualTo(max);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a\\b ; changes with the JDK",
                "(a) ; a capturing group; write (?:...)",
                "(?:a ; a '(' without ')'",
                "a) ; a ')' without '('",
                "[a ; unfinished expression",
                "a{x} ; a '{' without a number",
                "a{5,2} ; a quantifier",
                "*a ; without something to repeat",
                "a$ ; write \\z",
                "(?<name>a) ; not of the subset",
                "(?s)a ; not of the subset",
                "[z-a] ; a range that goes backwards",
                "[a[b]] ; a class in a class",
                "a{999999999} ; a repeat of more than",
                "\\p{L} ; not of the subset",
                "(?:a?){2,3} ; a repeat of what may be nothing",
                "a\\ ; a backslash at the end"
            })
    void refusesTheRestSayingWhatAndWhere(String text, String message) {
        assertThatThrownBy(() -> ExpressionParser.parse(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("at unit ");
    }
}
