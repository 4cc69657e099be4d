package io.weir.e2e.docs;

import io.weir.launcher.config.Settings;
import io.weir.platform.config.ConfigReference;
import io.weir.testkit.golden.Golden;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    private static final String INTRODUCTION = """
            # Configuration

            Options of the command line come first, then environment variables, then a YAML file (`--config FILE`), then the
            defaults. A section of this page is a block of the file:

            ```yaml
            scan_api:
              port: 4001
              keys: ["acme:a-long-random-text"]
            ```

            Unknown settings are refused, with a suggestion. All problems are reported at once. Secrets are never printed.
            Lists are separated by commas in environment variables.

            This page is made from the declarations in the code; a test compares them.

            """;

    @Test
    void thePageSaysWhatTheCodeDeclares() {
        Golden.assertMatches(
                MarkdownFile.repository().resolve("docs/configuration.md"),
                INTRODUCTION + ConfigReference.markdown(Settings.SECTIONS).stripTrailing() + "\n");
    }
}
