package io.weir.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.expression.ExpressionParser;
import io.weir.testkit.property.Property;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatcherTest {

    /** Enough for every random expression: where steps end, the matcher says no, and java.util.regex knows no steps. */
    private static final int STEPS_TO_COMPARE = 200_000_000;

    @Test
    void backtrackingFitsWhereJavaUtilRegexDoes() {
        Property.runs(8_000).check(Expressions.cases(), one -> {
            if (Expressions.isOfTheSubset(one.expression())) {
                assertFits(one, new BacktrackingMatcher(ExpressionParser.parse(one.expression())));
            }
        });
    }

    @Test
    void runsFitWhereJavaUtilRegexDoesWheneverTheCompilerChoosesThem() {
        Property.runs(8_000).check(Expressions.cases(), one -> {
            LinearMatcher linear = Expressions.isOfTheSubset(one.expression())
                    ? LinearCompiler.compile(ExpressionParser.parse(one.expression()))
                    : null;
            if (linear != null) {
                assertFits(one, linear);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ghp_[A-Za-z0-9]{36} ; true",
                "(?<![A-Za-z0-9])sk-[a-z]{3,8}[0-9]{2,3}-[A-Za-z]{24,220}(?![A-Za-z]) ; true",
                "xox[abp]-[0-9]{10,13}-[0-9]{10,13} ; true",
                "(?:a|b)[0-9]{2} ; true",
                "[a-z]{1,8}x ; false",
                "[a-z]{1,8}+- ; true",
                "[a-z]{3,5}(?![0-9]) ; false",
                "[a-z]{3,5}(?![a-z0-9]) ; true",
                "(?:[ -]?[0-9]){8,14} ; false",
                "[a-z]{1,4}? ; false"
            })
    void compilesToRunsWhatNeedsNoBacktracking(String expression, boolean runs) {
        assertThat(LinearCompiler.compile(ExpressionParser.parse(expression)) != null)
                .isEqualTo(runs);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "(?:a{1,50}){1,50}b ; a",
                "(?:a|a|ab){1,60}c ; a",
                "a{0,99}a{0,99}a{0,99}a{0,99}b ; a",
                "(?:(?:a{1,9}){1,9}){1,9}b ; a",
                "(?:ab|a|b){1,99}(?=c) ; ab"
            })
    void stopsASearchThatTakesTooManySteps(String expression, String piece) {
        ScanMemory memory = memory(piece.repeat(20_000 / piece.length()), new Attempt());
        BacktrackingMatcher matcher = new BacktrackingMatcher(ExpressionParser.parse(expression));

        for (int at = 0; at < 1_000; at++) {
            assertThat(matcher.fits(memory, at, memory.found)).isFalse();
        }
        assertThat(memory.attempt.stopped()).isPositive();
    }

    private static void assertFits(Expressions.Case one, ValueMatcher matcher) {
        ScanMemory memory = memory(one.text(), new Attempt(STEPS_TO_COMPARE, STEPS_TO_COMPARE));
        Matcher plain = Pattern.compile(one.expression())
                .matcher(one.text())
                .useTransparentBounds(true)
                .useAnchoringBounds(false);
        boolean grouped = one.expression().contains("(?<value>");
        for (int at = 0; at <= one.text().length(); at++) {
            if (at < one.text().length() && Character.isLowSurrogate(one.text().charAt(at))) {
                continue;
            }
            String expected = plain.region(at, one.text().length()).lookingAt() ? found(plain, grouped) : null;
            assertThat(fit(matcher, memory, at)).as("at %d", at).isEqualTo(expected);
        }
        assertThat(memory.attempt.stopped()).isZero();
    }

    private static String found(Matcher plain, boolean grouped) {
        return grouped ? plain.start("value") + "-" + plain.end("value") : plain.start() + "-" + plain.end();
    }

    private static @Nullable String fit(ValueMatcher matcher, ScanMemory memory, int at) {
        return matcher.fits(memory, at, memory.found) ? memory.found.start + "-" + memory.found.end : null;
    }

    private static ScanMemory memory(String text, Attempt attempt) {
        ScanMemory memory = new ScanMemory(attempt, 1, 1, 1);
        memory.load(text);
        return memory;
    }
}
