package io.weir.scanapi.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.engine.detect.Detection;
import io.weir.engine.detect.Search;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleWatchTest {

    private static final Duration PERIOD = Duration.ofMillis(20);
    private static final Payload BADGE =
            PayloadReader.standard().readText("/note", "badge ACME-123456 and ZONK-654321");

    private static final byte[] KEY = "a master key for tests".getBytes(StandardCharsets.US_ASCII);

    private static final String RULES = """
            [[rules]]
            id = "badge"
            regex = '''\\bACME-[0-9]{6}\\b'''
            """;

    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void takesOverAChangedDirectoryAndKeepsTheActiveRulesWhereItCannotBeUsed() throws IOException {
        Path file = Files.writeString(folder.resolve("own.toml"), RULES);
        try (RuleWatch watch = start()) {
            assertThat(found(watch.of("acme", 0))).isEqualTo("ACME-123456");

            // When: a file that cannot be read comes in place of the first
            Files.writeString(file, RULES.replace("{6}", "{6}("));
            // A poll may see the file while it is being written: then it is refused twice.
            await().until(() -> count("weir.rules.refused") >= 1);
            Search before = watch.of("acme", 0);
            assertThat(found(before)).isEqualTo("ACME-123456");

            // When: a good one follows
            Files.writeString(file, RULES.replace("ACME", "(?:ACME|ZONK)"));
            await().until(() -> count("weir.rules.reloaded") == 1);
            assertThat(found(watch.of("acme", 0))).isEqualTo("ACME-123456 ZONK-654321");
            assertThat(found(before)).isEqualTo("ACME-123456");
        }
    }

    @Test
    void dropsWhatATenantAllowsAndCountsIt() throws IOException {
        Files.writeString(folder.resolve("own.toml"), RULES);
        Files.createDirectory(folder.resolve("tenants"));
        Files.writeString(folder.resolve("tenants/acme.yaml"), """
                allow:
                  - {id: a, reason: sample, author: jane, expires: 2026-12-31, value: ACME-123456}
                """);
        try (RuleWatch watch = start()) {
            assertThat(found(watch.of("acme", 0))).isEmpty();
            assertThat(found(watch.of("other", 0))).isEqualTo("ACME-123456");
            assertThat(found(watch.of("acme", Long.MAX_VALUE))).isEqualTo("ACME-123456");
            assertThat(count("weir.findings.allowed")).isEqualTo(1);
        }
    }

    @Test
    void survivesTheLossOfItsDirectory() throws IOException {
        Path file = Files.writeString(folder.resolve("own.toml"), RULES);
        try (RuleWatch watch = start()) {
            Files.delete(file);
            Files.delete(folder);

            await().until(() -> count("weir.rules.refused") == 1);
            assertThat(found(watch.of("acme", 0))).isEqualTo("ACME-123456");
        }
    }

    @Test
    void doesNotStartWithRulesThatCannotBeUsed() throws IOException {
        Files.writeString(folder.resolve("own.toml"), RULES.replace("{6}", "{6}("));

        assertThatThrownBy(() -> start())
                .isInstanceOf(RulesUnusable.class)
                .hasMessageStartingWith("RULES_INVALID: ")
                .hasMessageContaining("own.toml: rule badge: 'regex' cannot be used");
        assertThatThrownBy(() -> start(new RuleChoice(folder.resolve("missing"), List.of())))
                .isInstanceOf(RulesUnusable.class);
    }

    @Test
    void looksForTheOptionalRulesThatAreNamedAndGoesOnToAfterAChange() throws IOException {
        Payload text = PayloadReader.standard().readText("/note", "ACME-123456 paid on 21.11.2026");
        Path file = Files.writeString(folder.resolve("own.toml"), RULES);
        try (RuleWatch none = start();
                RuleWatch dates = start(new RuleChoice(folder, List.of("date")))) {
            assertThat(rules(none, text)).containsExactly("badge");
            assertThat(rules(dates, text)).containsExactly("badge", "date");

            // When: the operator's own rules change
            Files.writeString(file, RULES.replace("\"badge\"", "\"ticket\""));
            await().until(() -> rules(dates, text).contains("ticket"));

            // Then
            assertThat(rules(dates, text)).containsExactly("ticket", "date");
        }
    }

    @Test
    void keepsAnOptionalRuleOfTheOperatorsOffUntilItIsNamed() throws IOException {
        Files.writeString(folder.resolve("own.yaml"), """
                family: own
                rules:
                  - id: acme-badge
                    data_class: INTERNAL
                    value_kind: IDENTIFIER
                    confidence: HIGH
                    optional: true
                    token: 'ACME-[0-9]{6}'
                    examples: ['badge ACME-123456']
                    counter_examples: ['badge ACME-12345']
                """);
        try (RuleWatch none = start();
                RuleWatch own = start(new RuleChoice(folder, List.of("own")))) {
            assertThat(found(none.of("acme", 0))).isEmpty();
            assertThat(found(own.of("acme", 0))).isEqualTo("ACME-123456");
        }
    }

    private RuleWatch start() {
        return start(new RuleChoice(folder, List.of()));
    }

    private RuleWatch start(RuleChoice choice) {
        return RuleWatch.start(choice, PERIOD, KEY, meters);
    }

    private static List<String> rules(RuleWatch watch, Payload payload) {
        return watch.of("acme", 0).detect(payload).stream().map(Detection::rule).toList();
    }

    private static String found(Search search) {
        return String.join(
                " ",
                search.detect(BADGE).stream()
                        .map(found -> BADGE.leaves().get(found.leaf()).text().substring(found.start(), found.end()))
                        .toList());
    }

    private double count(String name) {
        return meters.get(name).counter().count();
    }
}
