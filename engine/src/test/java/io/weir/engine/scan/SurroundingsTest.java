package io.weir.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.expression.Expression;
import io.weir.engine.expression.ExpressionParser;
import io.weir.testkit.property.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTest {

    private static final int PLACE = 60;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ab[0-9]{2,4}c ; 0 ; 7",
                "(?<![a-z]{3})a(?=b{1,5}) ; 3 ; 9",
                "a(?:b|cd|(?<=aaa)e{4})\\z ; 3 ; 9",
                "[^a] ; 0 ; 2",
                "\\Aa ; 1 ; 2"
            })
    void countsUnitsAndLooks(String expression, int before, int behind) {
        assertThat(of(expression)).isEqualTo(new Surroundings(before, behind));
    }

    @Test
    void nothingElseMattersForAMatch() {
        Property.runs(4_000).check(Expressions.cases(), one -> {
            if (Expressions.isOfTheSubset(one.expression())) {
                Expression expression = ExpressionParser.parse(one.expression());
                Surroundings around = Surroundings.of(expression, Surroundings.NONE);
                String text = one.text().repeat(PLACE).concat("a".repeat(PLACE + around.behind()));
                int start = Math.max(0, PLACE - around.before());
                String other = "b".repeat(start) + text.substring(start, PLACE + around.behind()) + "-1";
                ValueMatcher matcher = new BacktrackingMatcher(expression);
                assertThat(fit(matcher, other)).isEqualTo(fit(matcher, text));
            }
        });
    }

    private static Surroundings of(String expression) {
        return Surroundings.of(ExpressionParser.parse(expression), Surroundings.NONE);
    }

    private static @Nullable String fit(ValueMatcher matcher, String text) {
        ScanMemory memory = new ScanMemory(new Attempt(), 1, 1, 1);
        memory.load(text);
        return matcher.fits(memory, PLACE, memory.found) ? memory.found.start + "-" + memory.found.end : null;
    }
}
