package io.weir.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.expression.CharSet;
import io.weir.engine.expression.Expression;
import io.weir.engine.expression.ExpressionParser;
import io.weir.testkit.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordWalkTest {

    private static final CharSet ANY = WordStart.ALNUM.or(WordStart.ALNUM.not());

    @ParameterizedTest
    @ValueSource(ints = {0, 3, WordWalk.STATES_MAX})
    void tellsOfEachExpressionThatFits(int statesMax) {
        Property.runs(4_000).check(Expressions.cases(), one -> {
            if (!Expressions.isOfTheSubset(one.expression())) {
                return;
            }
            WordWalk walk = walk(ANY, statesMax, one.expression());
            Matcher matcher =
                    Pattern.compile(one.expression()).matcher(one.text()).useTransparentBounds(true);
            for (int start = 0; start < one.text().length(); start++) {
                matcher.useAnchoringBounds(false).region(start, one.text().length());
                boolean inPair = Character.isLowSurrogate(one.text().charAt(start));
                if (!inPair && matcher.lookingAt() && matcher.end() > start) {
                    assertThat(follow(walk, one.text(), start)).containsExactly(0);
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "12 34 ! 0",
                "12 345 ! ''",
                "12-34! 1",
                "12- 4! ''",
                "a12 34! 0",
                "1234567890123456789012345678901234567890! 2",
                "12345678901234567890123456789a! ''",
                "12\u00e934! ''"
            })
    void partsExpressions(String text, String fitting) {
        WordWalk walk =
                walk(ANY, WordWalk.STATES_MAX, "[a-z]?[0-9]{2} [0-9]{2}(?![0-9])", "[0-9]{2}-[0-9]{2}", "[0-9]{40}");

        assertThat(follow(walk, text, 0).toString()).isEqualTo(fitting.isEmpty() ? "[]" : "[" + fitting + "]");
    }

    @Test
    void looksAtWhatStandsBefore() {
        WordWalk walk = walk(ANY, WordWalk.STATES_MAX, "(?<![0-9])1", "(?<![a-z])1");

        assertThat(follow(walk, "a1", 1)).containsExactly(0);
        assertThat(follow(walk, "21", 1)).containsExactly(1);
        assertThat(follow(walk, "1", 0)).containsExactly(0, 1);
    }

    @Test
    void narrowsTheFirstUnitOnly() {
        WordWalk walk = walk(WordStart.ALNUM.not(), WordWalk.STATES_MAX, "[(0-9]{2,3}x");

        assertThat(follow(walk, "(1x", 0)).containsExactly(0);
        assertThat(follow(walk, "((x", 0)).containsExactly(0);
        assertThat(follow(walk, "11x", 0)).isEmpty();
    }

    private static WordWalk walk(CharSet start, int statesMax, String... expressions) {
        List<Followed> followed = new ArrayList<>();
        for (String plain : expressions) {
            Expression expression = ExpressionParser.parse(plain);
            followed.add(Followed.of(expression, new Outline(expression), followed.size(), start));
        }
        return new WordWalk(followed, 1, statesMax);
    }

    private static List<Integer> follow(WordWalk walk, String text, int from) {
        TextView view = new TextView();
        view.load(text);
        long[] fitting = new long[1];
        boolean told = walk.follow(view, from, fitting);
        assertThat(told).isEqualTo(fitting[0] != 0);
        List<Integer> bits = new ArrayList<>();
        for (long left = fitting[0]; left != 0; left &= left - 1) {
            bits.add(Long.numberOfTrailingZeros(left));
        }
        return bits;
    }
}
