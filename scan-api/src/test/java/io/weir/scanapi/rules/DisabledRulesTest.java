package io.weir.scanapi.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.detect.RuleCatalog;
import io.weir.engine.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisabledRulesTest {

    private static final byte[] KEY = new byte[16];
    private static final RuleCatalog ALL = RuleCatalog.standard();

    @TempDir
    private Path folder;

    @Test
    void switchesOffARuleByItsIdAndAllRulesOfAFamily() {
        String family = ALL.rules().get(0).family();

        RuleCatalog left = DisabledRules.switchOff(ALL, ALL, List.of("us-ssn", family));

        assertThat(left.ruleIds()).isNotEmpty().doesNotContain("us-ssn");
        assertThat(left.rules()).extracting(Rule::family).doesNotContain(family);
    }

    @Test
    void switchesOffARuleOfTheOperatorAndKeepsTheOthersOfTheFile() throws IOException {
        Files.writeString(folder.resolve("own.yaml"), """
            family: own
            defaults: {data_class: INTERNAL, value_kind: IDENTIFIER, confidence: HIGH}
            rules:
              - id: acme-badge
                token: 'ACME-[0-9]{6}'
                examples: ['badge ACME-123456']
                counter_examples: ['badge ACME-12345']
              - id: acme-ticket
                token: 'TICK-[0-9]{6}'
                examples: ['ticket TICK-123456']
                counter_examples: ['ticket TICK-12345']
            """);

        RuleCatalog left = new RuleChoice(folder, List.of(), List.of("acme-badge")).catalog();

        assertThat(left.ruleIds()).contains("acme-ticket").doesNotContain("acme-badge");
    }

    @Test
    void leavesOutAnOptionalRuleOfAFamilyThatIsSwitchedOn() throws IOException {
        assertThat(new RuleChoice(null, List.of("time"), List.of("date"))
                        .catalog()
                        .ruleIds())
                .doesNotContain("date")
                .hasSize(new RuleChoice(null, List.of("time"))
                                .catalog()
                                .ruleIds()
                                .size()
                        - 1);
    }

    @Test
    void refusesNamesThatNoRuleHasAndSaysWhichWereMeant() {
        assertThatThrownBy(() -> LoadedRules.read(new RuleChoice(null, List.of(), List.of("us-ssm", "zonk")), KEY))
                .isInstanceOf(RulesUnusable.class)
                .hasMessageContaining("there is no rule or family us-ssm; did you mean us-ssn?")
                .hasMessageContaining("there is no rule or family zonk; 'weir rules list' shows them");
    }
}
