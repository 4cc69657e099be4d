package io.weir.engine.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ValueKind;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorTest {

    private final Detector detector = Detector.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | mail bob@weir.test now | email-address:bob@weir.test",
                "`` | \u00e9AKIAQ4TR2XW7MLPD5VSN\u540d | aws-access-key-id:AKIAQ4TR2XW7MLPD5VSN",
                "`` | \ud83d\ude00 4539 1488 0343 6467 | payment-card:4539 1488 0343 6467",
                "`` | postgres://app:q2XvLd9T@db.weir.test/x | url-account:app url-password:q2XvLd9T",
                "`` | DE89 3704 0044 0532 0130 00 GB33BUKB20201555555555 | "
                        + "iban:DE89 3704 0044 0532 0130 00 iban:GB33BUKB20201555555555",
                "`` | AB12 GB33BUKB20201555555555 | iban:GB33BUKB20201555555555",
                "`` | token=ghp_R7mKq2XvLd9TzWn4BcY8sHf3JgP6uAe1oViQ | "
                        + "github-token:ghp_R7mKq2XvLd9TzWn4BcY8sHf3JgP6uAe1oViQ",
                "password | hunter22 | named-password:hunter22",
                "dbPassword | hunter22 | named-password:hunter22",
                "DB_PASSWORD | hunter22 | named-password:hunter22",
                "client-secret | R7mKq2XvLd9TzWn4BcY8 | named-secret:R7mKq2XvLd9TzWn4BcY8",
                "customerSsn | 536228417 | us-ssn-in-context:536228417",
                "birth_date | 1987-03-14 | date-of-birth:1987-03-14",
                "userinfo | app:q2XvLd9T | userinfo-password:app:q2XvLd9T"
            })
    void findsTheExactValue(String key, String text, String expected) {
        assertThat(found(key, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The order 4539148803436468 of 2026-03-14 cost 1,299.00.",
                "commit 9f2c1d7e4b8a6c3f5e0d9b7a1c2e4f6a8b0c2d4e, tree 3b18e512dba79e4c8300dd08aeb37f8e728b8dad",
                "id 550e8400-e29b-41d4-a716-446655440000 at 1763683200000",
                "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0bd822cd15d6c15b0f00a0",
                "The secret is to keep tokens small and passwords long.",
                "max_tokens: 4096000000000, next_page_token: CAUQAA1b2c3d4e5f",
                "see https://weir.test/docs/key-management#api_key=your_api_key_here",
                "version 10.20.30.40, port 5432, ratio 0.4539148803436467",
                "password: ${DB_PASSWORD}, token: {{ vault.token }}, key: <your-api-key>",
                "[REDACTED:us-ssn] and [REDACTED:payment-card], password: [REDACTED:named-password]"
            })
    void staysSilentOnWhatOnlyResemblesAValue(String text) {
        assertThat(found("", text)).isEmpty();
    }

    @Test
    void numbersTheLeavesAndRanksTheConfidence() {
        Payload payload = new Payload(
                List.of(new Leaf("/body/a", "a", "nothing"), new Leaf("/body/ssn", "ssn", "536-22-8417")), List.of());

        assertThat(detector.detect(payload))
                .containsExactly(
                        new Detection("us-ssn", DataClass.PII, ValueKind.NATIONAL_ID, Confidence.HIGH, 1, 0, 11));
    }

    @Test
    void keepsTheSurerThenTheLongerThenTheFirstByName() {
        Detection low = detection("a", Confidence.LOW, 0, 20);
        Detection high = detection("z", Confidence.HIGH, 5, 8);
        Detection longer = detection("m", Confidence.LOW, 30, 40);
        Detection shorter = detection("b", Confidence.LOW, 35, 39);
        Detection first = detection("c", Confidence.LOW, 50, 55);
        Detection second = detection("d", Confidence.LOW, 50, 55);

        Property.forAll(
                Generators.permutations(List.of(low, high, longer, shorter, first, second)),
                shuffled ->
                        assertThat(new Overlaps(List.of()).resolve(shuffled)).containsExactly(high, longer, first));
    }

    @Test
    void neverReportsTwoRangesThatOverlap() {
        Property.forAll(Samples.jumble(), text -> {
            int end = 0;
            for (Detection detection : detector.detect(0, "", text)) {
                assertThat(detection.start()).isGreaterThanOrEqualTo(end).isLessThan(detection.end());
                end = detection.end();
            }
            assertThat(end).isLessThanOrEqualTo(text.length());
        });
    }

    private String found(String key, String text) {
        List<String> found = detector.detect(0, key, text).stream()
                .map(detection -> detection.rule() + ":" + text.substring(detection.start(), detection.end()))
                .toList();
        return String.join(" ", found);
    }

    private static Detection detection(String rule, Confidence confidence, int start, int end) {
        return new Detection(rule, DataClass.PII, null, confidence, 0, start, end);
    }

    @Test
    void findsThePrivateMembersOfAJsonWebKeyByTheKeyTypeBesideThem() {
        // Given
        String member = "slaQqyHQPudOpq2mbDskum8rOu9IMkLGjINAFWwflqr";
        Leaf type = new Leaf("/body/keys/0/kty", "kty", "EC");
        Leaf coordinate = new Leaf("/body/keys/0/x", "x", member);
        Leaf own = new Leaf("/body/keys/0/d", "d", member);
        Leaf other = new Leaf("/body/keys/1/d", "d", member);
        Leaf word = new Leaf("/body/keys/0/k", "k", "not a key at all, it says");

        // When
        List<Detection> found = detector.search(new Payload(List.of(type, coordinate, own, other, word), List.of()))
                .found();

        // Then
        assertThat(found).singleElement().satisfies(detection -> {
            assertThat(detection.rule()).isEqualTo("json-web-key");
            assertThat(detection.leaf()).isEqualTo(2);
            assertThat(detection.end()).isEqualTo(member.length());
        });
    }
}
