package io.weir.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.platform.config.ConfigReference;
import io.weir.platform.config.ConfigSection;
import io.weir.platform.config.ConfigSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @Test
    void namesEachSectionAndEachVariableOnce() {
        assertThat(Settings.SECTIONS).extracting(ConfigSection::name).doesNotHaveDuplicates();
        assertThat(Pattern.compile("WEIR_[A-Z_]+")
                        .matcher(ConfigReference.markdown(Settings.SECTIONS))
                        .results()
                        .map(MatchResult::group))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(20);
    }

    @Test
    void readsOneFileForTheWholeFleet(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(
                folder.resolve("weir.yaml"),
                "kafka:\n  bootstrap: k:9092\nengine:\n  internal_destinations: records:8080,.corp.example\n");

        var config = ConfigSource.empty().withFile(file).read(Settings.SECTIONS);

        assertThat(config.get(KafkaConfig.SECTION).bootstrap()).isEqualTo("k:9092");
        assertThat(config.get(EngineConfig.SECTION).internalDestinations())
                .containsExactly("records:8080", ".corp.example");
    }
}
