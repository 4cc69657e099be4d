package io.weir.scanapi.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.detect.RuleCatalog;
import io.weir.engine.rule.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionalRulesTest {

    private static final byte[] KEY = new byte[16];
    private static final RuleCatalog ALL = RuleCatalog.standard();
    private static final List<String> ALWAYS = ALL.withoutOptional().ruleIds();

    @Test
    void leavesOptionalRulesOutUntilTheyAreNamed() {
        assertThat(OptionalRules.switchOn(ALL, List.of()).ruleIds())
                .isEqualTo(ALWAYS)
                .doesNotContain("date", "url");
    }

    @Test
    void switchesOnARuleByItsId() {
        assertThat(OptionalRules.switchOn(ALL, List.of("date")).ruleIds())
                .contains("date")
                .hasSize(ALWAYS.size() + 1);
    }

    @Test
    void switchesOnTheOptionalRulesOfAFamily() {
        List<String> ofTime = ALL.rules().stream()
                .filter(rule -> rule.optional() && rule.family().equals("time"))
                .map(Rule::id)
                .toList();

        assertThat(OptionalRules.switchOn(ALL, List.of("time")).ruleIds())
                .containsAll(ofTime)
                .hasSize(ALWAYS.size() + ofTime.size());
    }

    @Test
    void switchesOnAll() {
        assertThat(OptionalRules.switchOn(ALL, List.of("all")).ruleIds()).isEqualTo(ALL.ruleIds());
    }

    @Test
    void refusesNamesThatNoOptionalRuleHasAndSaysWhichWereMeant() {
        assertThatThrownBy(() -> LoadedRules.read(
                        new RuleChoice(null, List.of("dete", "date", "aws-access-key-id", "zonk")), KEY))
                .isInstanceOf(RulesUnusable.class)
                .hasMessage("""
                    RULES_INVALID: The rules cannot be used: those shipped. Correct the rule files, \
                    rules.optional and rules.disabled, or unset rules.directory.
                    rules.optional: there is no optional rule or family dete; did you mean date?
                    rules.optional: aws-access-key-id is not optional, it is always looked for; leave it out
                    rules.optional: there is no optional rule or family zonk; 'weir rules list' shows them\
                    """);
    }
}
