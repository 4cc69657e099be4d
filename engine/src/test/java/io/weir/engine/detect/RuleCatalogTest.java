package io.weir.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.rule.RuleFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleCatalogTest {

    private static final String GOOD = """
            family: test
            rules:
              - id: four-digits
                data_class: PII
                value_kind: NUMBER
                confidence: LOW
                keywords: [n]
                pattern: 'n(?<value>[0-9]{4})'
                examples: ['n1234']
                counter_examples: ['n123']
            """;

    @Test
    void standardRulesPassTheirOwnExamples() {
        assertThat(RuleCatalog.standard().ruleIds())
                .contains("aws-access-key-id", "payment-card", "iban", "us-ssn", "email-address")
                .doesNotHaveDuplicates();
    }

    @Test
    void everyStandardRuleSaysWhereItsFormatIsDocumented() {
        assertThat(RuleCatalog.standard().rules())
                .allSatisfy(rule -> assertThat(rule.references()).isNotEmpty());
    }

    @Test
    void readsAWellFormedFile() throws IOException {
        assertThat(RuleCatalog.read("test.yaml", stream(GOOD)).ruleIds()).containsExactly("four-digits");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "['n1234'] | ['n1234', 'nope'] | example 1 is not found",
                "['n123'] | ['n12345'] | counter-example 0 is found",
                "confidence: LOW | confidence: SURE | SURE",
                "keywords: [n] | keyword: [n] | keyword",
                "{4})' | {4}' | a '(' without ')' at unit",
                "keywords: [n] | validator: luhnn | no validator is called 'luhnn'",
                "examples: ['n1234'] | references: [] | a rule needs 'examples'",
                "pattern: | patterns: | patterns"
            })
    void refusesAFileThatDoesNotHoldNamingRuleAndCause(String from, String to, String cause) {
        String bad = GOOD.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));

        assertThatThrownBy(() -> RuleCatalog.read("test.yaml", stream(bad)))
                .isInstanceOf(RuleFileException.class)
                .hasMessageStartingWith("test.yaml")
                .hasMessageContaining(cause);
    }

    @Test
    void refusesAnIdThatStandsTwice() {
        String twice = GOOD + GOOD.substring(GOOD.indexOf("  - id"));

        assertThatThrownBy(() -> RuleCatalog.read("test.yaml", stream(twice)))
                .hasMessage("test.yaml: line 11: rule four-digits: the id stands twice");
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
