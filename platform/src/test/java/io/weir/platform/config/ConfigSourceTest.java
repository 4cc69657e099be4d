package io.weir.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigSourceTest {

    @TempDir
    private Path directory;

    private enum Mode {
        FAST,
        VERY_SLOW
    }

    private record PumpConfig(
            String host, int port, long bytesMax, boolean quiet, Mode mode, List<String> peers, Secret token) {

        static final ConfigKey<String> HOST = ConfigKey.of("host", ConfigType.TEXT, "127.0.0.1", "Where to listen.");
        static final ConfigKey<Integer> PORT = ConfigKey.of("port", ConfigType.integer(0, 65_535), 7, "Its port.");
        static final ConfigKey<Long> BYTES_MAX =
                ConfigKey.of("bytes_max", ConfigType.wholeNumber(1, 1L << 40), 1_024L, "Most bytes.");
        static final ConfigKey<Boolean> QUIET = ConfigKey.of("quiet", ConfigType.FLAG, false, "Say less.");
        static final ConfigKey<Mode> MODE = ConfigKey.of("mode", ConfigType.choice(Mode.class), Mode.FAST, "How.");
        static final ConfigKey<List<String>> PEERS = ConfigKey.of("peers", ConfigType.LIST, List.of(), "Others.");
        static final ConfigKey<Secret> TOKEN = ConfigKey.of("token", ConfigType.SECRET, Secret.NONE, "Who may.");

        static final ConfigSection<PumpConfig> SECTION = new ConfigSection<>(
                "pump",
                List.of(HOST, PORT, BYTES_MAX, QUIET, MODE, PEERS, TOKEN),
                values -> new PumpConfig(
                        values.get(HOST),
                        values.get(PORT),
                        values.get(BYTES_MAX),
                        values.get(QUIET),
                        values.get(MODE),
                        values.get(PEERS),
                        values.get(TOKEN)));

        PumpConfig {
            if (quiet && mode == Mode.VERY_SLOW) {
                throw new IllegalArgumentException("quiet and mode=very_slow do not go together");
            }
        }
    }

    @Test
    void hasDefaults() {
        assertThat(PumpConfig.SECTION.defaults())
                .isEqualTo(new PumpConfig("127.0.0.1", 7, 1_024, false, Mode.FAST, List.of(), Secret.NONE));
    }

    @Test
    void readsEverySettingFromTheEnvironment() {
        ConfigSource source = ConfigSource.empty()
                .withEnvironment(Map.of(
                        "WEIR_PUMP_HOST", "0.0.0.0",
                        "WEIR_PUMP_PORT", "8080",
                        "WEIR_PUMP_BYTES_MAX", "1_000_000",
                        "WEIR_PUMP_QUIET", "TRUE",
                        "WEIR_PUMP_MODE", "fast",
                        "WEIR_PUMP_PEERS", "a, b,,c",
                        "WEIR_PUMP_TOKEN", "s3cret",
                        "PATH", "not ours"));

        PumpConfig config = source.read(List.of(PumpConfig.SECTION)).get(PumpConfig.SECTION);

        assertThat(config)
                .isEqualTo(new PumpConfig(
                        "0.0.0.0", 8080, 1_000_000, true, Mode.FAST, List.of("a", "b", "c"), Secret.of("s3cret")));
    }

    @Test
    void readsEverySettingFromTheFile() throws IOException {
        Path file = write("""
                # a comment
                pump:
                  host: 0.0.0.0
                  port: 8080
                  bytes_max: 1000000
                  quiet: false
                  mode: very_slow
                  peers: [a, b]
                  token: "s3cret"
                """);

        PumpConfig config = ConfigSource.empty()
                .withFile(file)
                .read(List.of(PumpConfig.SECTION))
                .get(PumpConfig.SECTION);

        assertThat(config)
                .isEqualTo(new PumpConfig(
                        "0.0.0.0", 8080, 1_000_000, false, Mode.VERY_SLOW, List.of("a", "b"), Secret.of("s3cret")));
    }

    @Test
    void prefersOptionThenEnvironmentThenFileThenDefaultAndSaysWhich() throws IOException {
        Path file = write("pump:\n  host: fromfile\n  port: 1\n  token: fromfile\n");

        Config config = ConfigSource.empty()
                .withFile(file)
                .withEnvironment(Map.of("WEIR_PUMP_HOST", "fromenv", "WEIR_PUMP_PORT", "2"))
                .withOption("pump.port", "3", "option --port")
                .read(List.of(PumpConfig.SECTION));

        assertThat(config.effective())
                .extracting(EffectiveValue::toString)
                .containsExactly(
                        "pump.host=fromenv (environment variable WEIR_PUMP_HOST)",
                        "pump.port=3 (option --port)",
                        "pump.bytes_max=1024 (default)",
                        "pump.quiet=false (default)",
                        "pump.mode=fast (default)",
                        "pump.peers= (default)",
                        "pump.token=******** (" + file + ":4)");
    }

    @Test
    void reportsAllProblemsAtOnceWithPlaceAndFix() throws IOException {
        Path file = write("""
                pump:
                  hsot: x
                  port: 99999
                  mode: sideways
                  peers:
                    - {deep: er}
                pmup:
                  port: 1
                """);

        List<String> problems = problems(ConfigSource.empty()
                .withFile(file)
                .withEnvironment(Map.of("WEIR_PUMP_PROT", "1", "WEIR_PUMP_QUIET", "maybe", "WEIR_ZZZZZZ", "1")));

        assertThat(problems)
                .containsExactly(
                        file + ":6: pump.peers is nested too deeply; expected one value or a list of values",
                        file + ":2: there is no setting pump.hsot; did you mean pump.host?",
                        file + ":8: there is no setting pmup.port; did you mean pump.port?",
                        "environment variable WEIR_PUMP_PROT: no setting has this name; did you mean WEIR_PUMP_PORT?",
                        "environment variable WEIR_ZZZZZZ: no setting has this name; see the configuration reference"
                                + " for all names",
                        file + ":3: pump.port: expected an integer 0..65535, got 99999",
                        "environment variable WEIR_PUMP_QUIET: pump.quiet: expected true or false",
                        file + ":4: pump.mode: expected one of fast, very_slow");
    }

    @Test
    void reportsSettingsThatDoNotGoTogether() {
        ConfigSource source =
                ConfigSource.empty().withEnvironment(Map.of("WEIR_PUMP_QUIET", "true", "WEIR_PUMP_MODE", "very-slow"));

        assertThat(problems(source)).containsExactly("pump: quiet and mode=very_slow do not go together");
    }

    @Test
    void reportsAFileThatIsNotThereOrNotYaml() throws IOException {
        assertThat(problems(ConfigSource.empty().withFile(directory.resolve("none.yaml"))))
                .containsExactly(directory.resolve("none.yaml") + ": there is no such file");
        Path file = write("pump:\n  host: \"open\n");
        assertThat(problems(ConfigSource.empty().withFile(file)))
                .singleElement()
                .asString()
                .contains("not valid YAML");
        Path scalar = write("just text");
        assertThat(problems(ConfigSource.empty().withFile(scalar)))
                .singleElement()
                .asString()
                .contains("expected sections");
    }

    @Test
    void refusesAKeyThatTheFileSetsTwice() throws IOException {
        Path file = write("pump:\n  port: 1\n  port: 2\n");

        assertThat(problems(ConfigSource.empty().withFile(file)))
                .containsExactly(file + ":3: pump.port is set twice in this file; keep one");
    }

    @Test
    void takesAnEmptyFileAsNothingSet() throws IOException {
        Path file = write("# nothing\n");

        assertThat(ConfigSource.empty()
                        .withFile(file)
                        .read(List.of(PumpConfig.SECTION))
                        .get(PumpConfig.SECTION))
                .isEqualTo(PumpConfig.SECTION.defaults());
    }

    @Test
    void passesOverWhatKubernetesPutsIntoTheEnvironment() {
        ConfigSource source = ConfigSource.empty()
                .withEnvironment(Map.of(
                        "WEIR_SERVICE_HOST", "10.0.0.1",
                        "WEIR_PUMP_SERVICE_PORT", "80",
                        "WEIR_PUMP_PORT_80_TCP_ADDR", "10.0.0.1"));

        assertThat(source.read(List.of(PumpConfig.SECTION)).get(PumpConfig.SECTION))
                .isEqualTo(PumpConfig.SECTION.defaults());
    }

    @Test
    void passesOverVariablesThatSomethingElseReads() {
        ConfigSource source = ConfigSource.empty().withEnvironment(Map.of("WEIR_OPTS", "-Xmx1g"), List.of("WEIR_OPTS"));

        assertThat(source.read(List.of(PumpConfig.SECTION)).get(PumpConfig.SECTION))
                .isEqualTo(PumpConfig.SECTION.defaults());
    }

    @Test
    void neverRepeatsAValueThatItRefuses() {
        ConfigSource source = ConfigSource.empty().withEnvironment(Map.of("WEIR_PUMP_PORT", "hunter2"));

        assertThat(problems(source)).singleElement().asString().doesNotContain("hunter2");
    }

    @Test
    void documentsEachSetting() {
        assertThat(ConfigReference.markdown(List.of(PumpConfig.SECTION)))
                .startsWith("## pump\n")
                .contains("| `port` | `WEIR_PUMP_PORT` | integer 0..65535 | `7` | Its port. |\n")
                .contains("| `token` | `WEIR_PUMP_TOKEN` | secret text | none | Who may. |\n");
    }

    private static List<String> problems(ConfigSource source) {
        return catchThrowableOfType(ConfigException.class, () -> source.read(List.of(PumpConfig.SECTION)))
                .problems();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(directory.resolve("weir.yaml"), text);
    }
}
