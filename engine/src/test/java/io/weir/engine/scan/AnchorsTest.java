package io.weir.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.expression.ExpressionParser;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "ghp_[A-Za-z0-9]{36} ! ghp_ ! 0 ! 0",
                "gh[po]_[A-Za-z0-9]{36} ! gho_,ghp_ ! 0 ! 0",
                "(?:ghp|github_pat)_[A-Za-z0-9]{36} ! ghp_,github_pat_ ! 0 ! 0",
                "[A-Za-z0-9.]{1,64}@[a-z]{1,9} ! @ ! 1 ! 64",
                "[a-z0-9]{14}\\.atlasv1\\.[a-z0-9]{60} ! .atlasv1. ! 14 ! 14",
                "(?:https?://)?hooks\\.slack\\.com/ ! hooks.slack.,http://hooks,https://hook ! 0 ! 0",
                "(?i)token-[0-9]{4} ! token- ! 0 ! 0",
                "(?<value>sk_live_[a-z]{9}) ! sk_live_ ! 0 ! 0"
            })
    void findsTheLiteralsOfWhichOneStandsInEveryMatch(String expression, String literals, int least, int most) {
        Anchors anchors = Objects.requireNonNull(Anchors.of(ExpressionParser.parse(expression)));

        assertThat(String.join(",", new TreeSet<>(anchors.literals()))).isEqualTo(literals);
        assertThat(anchors.least()).isEqualTo(least);
        assertThat(anchors.most()).isEqualTo(most);
    }

    @ParameterizedTest
    @CsvSource({"[A-Z]{2}[0-9]{9}", "[0-9]{3}-[0-9]{2}-[0-9]{4}", "(?:ghp_[a-z]{9}|[0-9]{9})", "ab[0-9]{4}"})
    void findsNoneWhereAMatchNeedsNone(String expression) {
        assertThat(Anchors.of(ExpressionParser.parse(expression))).isNull();
    }
}
