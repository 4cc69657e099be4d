package io.weir.engine.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.detect.Detection;
import io.weir.engine.detect.Detector;
import io.weir.engine.fingerprint.FingerprintKeys;
import io.weir.engine.fingerprint.Fingerprinter;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.PayloadReader;
import io.weir.engine.rule.RuleFileException;
import io.weir.schemas.word.ValueKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenantSearchTest {

    private static final Fingerprinter FINGERPRINTER =
            new FingerprintKeys("a master key for tests".getBytes(StandardCharsets.US_ASCII)).of("acme");
    private static final long BEFORE = Instant.parse("2026-11-21T10:00:00Z").toEpochMilli();
    private static final long AFTER = Instant.parse("2027-01-01T00:00:00Z").toEpochMilli();
    private static final String CARD = "4111 1111 1111 1111";

    private static final String ALLOW = """
            allow:
              - id: one
                reason: a sample
                author: jane
                expires: 2026-12-31
                %s
            """;

    private static final String OWN = """
            rules:
              - reason: badges
                author: jane
                expires: 2026-12-31
                rule:
                  id: acme-badge
                  data_class: INTERNAL
                  value_kind: IDENTIFIER
                  confidence: HIGH
                  token: 'ACME-[0-9]{6}'
                  examples: ['badge ACME-123456']
                  counter_examples: ['badge ACME-12345']
            """;

    private final AtomicInteger dropped = new AtomicInteger();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "value: '4111111111111111'",
                "rule: payment-card, address: /body/pay",
                "rule: payment-card, key: card",
                "expression: '4[0-9 ]+'"
            })
    void dropsWhatATenantAllowsUntilItExpires(String condition) {
        TenantRules rules = read(ALLOW.formatted(condition.replace(", ", "\n    ")));

        assertThat(found(rules, BEFORE)).isEmpty();
        assertThat(dropped).hasValue(1);
        assertThat(found(rules, AFTER)).containsExactly("payment-card");
        assertThat(dropped).hasValue(1);
        assertThat(rules.expired(BEFORE)).isZero();
        assertThat(rules.expired(AFTER)).isEqualTo(1);
    }

    @Test
    void takesAHashForAValue() {
        TenantRules rules = read(ALLOW.formatted("value_hash: '" + FINGERPRINTER.hash(ValueKind.CARD, CARD) + "'"));

        assertThat(found(rules, BEFORE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "value: '4242424242424242'",
                "rule: us-ssn, address: /body/pay",
                "rule: payment-card, address: /body/other",
                "rule: payment-card, key: pay",
                "expression: '4111'"
            })
    void keepsEverythingElse(String condition) {
        assertThat(found(read(ALLOW.formatted(condition.replace(", ", "\n    "))), BEFORE))
                .containsExactly("payment-card");
    }

    @Test
    void findsByRulesOfTheTenantUntilTheyExpire() {
        TenantRules rules = read(OWN);
        CallInput input = new CallInput("POST", "https://a.example/", Map.of(), "for ACME-654321", 10, null);

        assertThat(rules(rules, input, BEFORE)).containsExactly("acme-badge");
        assertThat(rules(rules, input, AFTER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "reason: a sample | why: x | why",
                "author: jane | author: '' | 'reason' and 'author' are needed",
                "expires: 2026-12-31 | expires: soon | 'expires' is neither",
                "value: '1' | expression: '(' | 'expression' cannot be read",
                "value: '1' | value_hash: 'abc' | 16 hex digits",
                "value: '1' | rule: us-ssn | give 'value'"
            })
    void refusesAFileThatCannotBeUsed(String from, String to, String cause) {
        String bad = ALLOW.formatted("value: '1'").replace(from, to);

        assertThatThrownBy(() -> read(bad))
                .isInstanceOf(RuleFileException.class)
                .hasMessageContaining(cause);
    }

    @Test
    void keepsNoValueInClear() {
        assertThat(read(ALLOW.formatted("value: '4111111111111111'")).toString())
                .doesNotContain("4111");
    }

    private static TenantRules read(String yaml) {
        return TenantFile.read("acme.yaml", yaml, FINGERPRINTER);
    }

    private List<String> found(TenantRules rules, long timeMillis) {
        Object body = Map.of("pay", Map.of("card", CARD));
        return rules(rules, new CallInput("POST", "https://a.example/", Map.of(), body, 10, null), timeMillis);
    }

    private List<String> rules(TenantRules rules, CallInput input, long timeMillis) {
        TenantSearch search =
                new TenantSearch(Detector.standard(), rules, FINGERPRINTER, timeMillis, dropped::addAndGet);
        return search.search(PayloadReader.standard().read(input)).found().stream()
                .map(Detection::rule)
                .toList();
    }
}
