package io.weir.scanapi.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.detect.Detection;
import io.weir.engine.detect.Detector;
import io.weir.engine.detect.RuleCatalog;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.engine.rule.RuleFileException;
import io.weir.engine.rule.RuleWarning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnRulesTest {

    private static final String YAML = """
            family: own
            rules:
              - id: acme-badge
                data_class: INTERNAL
                value_kind: IDENTIFIER
                confidence: HIGH
                token: 'ACME-[0-9]{6}'
                examples: ['badge ACME-123456']
                counter_examples: ['badge ACME-12345']
            """;

    private static final String TOML = """
            [[rules]]
            id = "acme-token"
            regex = '''acme_[a-z0-9]{24}'''
            """;

    private static final Payload TEXT =
            new Payload(List.of(new Leaf("/body", "", "acme_abcdefghij0123456789klmn and ACME-123456")), List.of());

    @TempDir
    Path folder;

    @Test
    void addsTheRulesOfBothFormatsToThoseShipped() throws IOException {
        Files.writeString(folder.resolve("b.yaml"), YAML);
        Files.writeString(folder.resolve("a.toml"), TOML);
        Files.writeString(folder.resolve("notes.txt"), "no rules");

        RuleCatalog catalog = RuleCatalog.standard().extendedBy(RuleFolder.read(folder));

        assertThat(catalog.ruleIds())
                .hasSize(RuleCatalog.standard().rules().size() + 2)
                .endsWith("acme-token", "acme-badge");
        assertThat(new Detector(catalog).detect(TEXT))
                .extracting(Detection::rule)
                .containsExactly("acme-token", "acme-badge");
    }

    @Test
    void readsASingleFile() throws IOException {
        Path file = Files.writeString(folder.resolve("own.toml"), TOML);

        assertThat(RuleCatalog.load(RuleFolder.read(file)).ruleIds()).containsExactly("acme-token");
    }

    @Test
    void givesARuleAnotherIdWhereAShippedOneHasIt() throws IOException {
        Files.writeString(folder.resolve("Team A.toml"), TOML.replace("acme-token", "aws-access-key-id"));

        RuleCatalog catalog = RuleCatalog.standard().extendedBy(RuleFolder.read(folder));

        assertThat(catalog.ruleIds()).contains("team-a-aws-access-key-id");
        assertThat(catalog.warnings()).extracting(RuleWarning::rule).containsExactly("aws-access-key-id");
    }

    @Test
    void namesTheProblemsOfAllFilesWithTheirLines() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), YAML.replace("ACME-123456", "nothing"));
        Files.writeString(folder.resolve("b.toml"), "[[rules]]\nid = \"open\"\nregex = '''zonk(er'''\n");
        Files.writeString(folder.resolve("c.toml"), "[[rules]\nid = 1");

        assertThatThrownBy(() -> RuleCatalog.standard().extendedBy(RuleFolder.read(folder)))
                .isInstanceOf(RuleFileException.class)
                .hasMessageContaining("a.yaml: line 3: rule acme-badge: example 0 is not found")
                .hasMessageContaining("b.toml: rule open: 'regex' cannot be used: a '(' without ')'")
                .hasMessageContaining("c.toml: line ");
    }

    @Test
    void refusesARuleThatFindsPlainEnglish() throws IOException {
        Files.writeString(folder.resolve("a.toml"), TOML.replace("acme_[a-z0-9]{24}", "report|noon|[a-z]{5}"));

        assertThatThrownBy(() -> RuleCatalog.load(RuleFolder.read(folder)))
                .hasMessageContaining("line 2: rule acme-token");
    }

    @Test
    void saysThatThereIsNoDirectory() {
        assertThatThrownBy(() -> RuleFolder.read(folder.resolve("missing")))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("missing") + ": there is no such file or directory, or it cannot be read");
    }
}
