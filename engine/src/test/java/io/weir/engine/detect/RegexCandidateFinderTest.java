package io.weir.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.property.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexCandidateFinderTest {

    private static final int STEPS_PER_UNIT_MAX = 400;

    @Test
    void findsWhatAPlainSearchWithEachExpressionFinds() {
        List<Rule> rules = RuleCatalog.standard().rules();
        CandidateFinder finder = new RegexCandidateFinder(rules);

        Property.runs(400)
                .check(
                        Samples.jumble(),
                        text -> assertThat(run(finder, text)).isEqualTo(run(new PlainSearch(rules), text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@",
                "1-",
                "123 ",
                "7",
                "eyJ",
                "eyJhbGciOiJIUzI1NiJ9.",
                "a:",
                "secret_token:\"",
                "://a:",
                "password=",
                "password: a.",
                "+1",
                "+1 ",
                "(212) ",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN ",
                "AB12",
                "DE89 ",
                "4539 1488 0343 6467 ",
                "bearer ",
                "Bearer aaaaaaaaaaaaaaaa ",
                "sk-ant-api03-",
                "xoxb-",
                "a.",
                "a@a.",
                "passport ",
                "born ",
                "key key key:",
                "hooks.slack.com/services/",
                "phone 12 34 ",
                "for internal ",
                "536-22-8417 ssn ",
                "\"\\",
                "token token=",
                "x"
            })
    void workGrowsInProportionToTheText(String piece) {
        long half = steps(piece.repeat(32 * 1024 / piece.length()));
        long whole = steps(piece.repeat(64 * 1024 / piece.length()));

        assertThat(whole).isLessThan(half * 5 / 2).isLessThan(64L * 1024 * STEPS_PER_UNIT_MAX);
    }

    private static long steps(String text) {
        CountingText counted = new CountingText(text);
        Detector.standard().detect(0, "", counted);
        return counted.steps();
    }

    private static List<String> run(CandidateFinder finder, CharSequence text) {
        List<Detection> found = new ArrayList<>();
        finder.find(text, "", new Candidates(0, "", text, found));
        return found.stream().map(Detection::toString).toList();
    }

    /** The expression of each rule over the whole text, as the rule file says it. */
    private record PlainSearch(List<Rule> rules) implements CandidateFinder {

        @Override
        public void find(CharSequence text, String key, CandidateSink sink) {
            long digits = text.chars().filter(Ascii::isDigit).count();
            rules.stream().filter(rule -> digits >= rule.anchor().digits()).forEach(rule -> search(rule, text, sink));
        }

        private static void search(Rule rule, CharSequence text, CandidateSink sink) {
            Matcher matcher = rule.shape().inText().matcher(text);
            String group = rule.shape().isGrouped() ? "(?<value>" : "";
            int from = 0;
            while (from <= text.length() && matcher.find(from)) {
                int start = group.isEmpty() ? matcher.start() : matcher.start("value");
                int end = group.isEmpty() ? matcher.end() : matcher.end("value");
                boolean stopped = rule.shape() instanceof Shape.Named named && named.isStopped(matcher, text);
                int found = stopped || start == end ? -1 : sink.take(rule, start, end);
                from = Math.max(matcher.start() + 1, found);
            }
        }
    }

    /** Counts how often a unit of the text is looked at. */
    private static final class CountingText implements CharSequence {

        private final String text;
        private long steps;

        CountingText(String text) {
            this.text = text;
        }

        long steps() {
            return steps;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            steps += end - start;
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
