package io.weir.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.expression.ExpressionParser;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "[0-9a-c]{2}:[0-9a-c]{2} ! a:,b:,c:",
                "(?:[0-9A-B]{2}-[0-9]{2}|[0-9A-B]{4}\\.[0-9]{2}) ! a-,a.,b-,b.",
                "(?:[a-b]{1,4}:|::)[0-9] ! ::,a:,b:",
                "(?<value>[0-9x]{1,12}/[0-9]) ! x/"
            })
    void tellsTheLastLetterAndTheSignBehindIt(String expression, String beginnings) {
        assertThat(String.join(",", new TreeSet<>(LetterWords.beginnings(ExpressionParser.parse(expression)))))
                .isEqualTo(beginnings);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                // ends in letters
                "[0-9a-c]{2}",
                // a word longer than those that are noted
                "[0-9a-c]{13}:[0-9]",
                // all words of ordinary text
                "[0-9a-z]{2}[:.][0-9]",
                "[0-9a-c]{2} [0-9]",
                // a sign beyond ASCII
                "[0-9a-c]{2}[^a-z][0-9]"
            })
    void tellsNothingWhereTextIsFullOfThemOrAMatchMayBeginOtherwise(String expression) {
        assertThat(LetterWords.beginnings(ExpressionParser.parse(expression))).isEmpty();
    }
}
