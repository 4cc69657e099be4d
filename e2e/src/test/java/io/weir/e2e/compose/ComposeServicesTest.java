package io.weir.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.launcher.config.Settings;
import io.weir.platform.config.Config;
import io.weir.platform.config.ConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The services' part of the compose file, read by the code that would read it in the containers. */
class ComposeServicesTest {

    private final ComposeFile compose = ComposeFile.read();

    ComposeServicesTest() throws IOException {}

    @Test
    void hasAContainerForEachPart() {
        assertThat(compose.services()).containsExactly("kafka", "scan-api", "correlator", "edge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan-api", "correlator", "edge"})
    void setsOnlyWhatTheCodeKnows(String service) {
        Map<String, String> environment = ours(service);
        Config config = ConfigSource.empty().withEnvironment(environment).read(Settings.SECTIONS);
        assertThat(environment).hasSize(compose.environment(service).size());
        assertThat(config.effective())
                .filteredOn(value -> value.origin().startsWith("environment variable"))
                .hasSize(environment.size());
    }

    @ParameterizedTest
    @CsvSource({"scan-api, WEIR_SCAN_API, 4000", "edge, WEIR_GATEWAY, 4100"})
    void publishesThePortThatTheServiceListensOn(String service, String prefix, int port) {
        assertThat(compose.environment(service)).containsEntry(prefix + "_PORT", String.valueOf(port));
        assertThat(compose.publishedPorts(service)).containsExactly(port);
        assertThat(compose.healthCheck(service)).contains(" " + port + " ");
    }

    @Test
    void publishesNothingOfTheCorrelator() {
        assertThat(compose.publishedPorts("correlator")).isEmpty();
        assertThat(compose.environment("correlator")).containsEntry("WEIR_OPERATIONS_PORT", "4200");
        assertThat(compose.healthCheck("correlator")).contains(" 4200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka", "scan-api", "edge"})
    void publishesOnLoopbackOnly(String service) {
        assertThat(compose.service(service).path("ports"))
                .allSatisfy(port -> assertThat(port.asText()).startsWith("127.0.0.1:"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan-api", "correlator"})
    void waitsForKafka(String service) {
        assertThat(compose.service(service).at("/depends_on/kafka/condition").asText())
                .isEqualTo("service_healthy");
        String address = compose.environment(service).get("WEIR_KAFKA_BOOTSTRAP");
        assertThat(compose.environment("kafka").get("KAFKA_ADVERTISED_LISTENERS"))
                .contains("INTERNAL://" + address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan-api", "correlator"})
    void keepsDataInANamedVolumeAtTheDirectoryOfTheCommand(String service) {
        String volume = compose.service(service).path("volumes").path(0).asText();
        List<String> nameAndFolder = List.of(volume.split(":"));
        assertThat(compose.volumes()).contains(nameAndFolder.get(0));
        assertThat(compose.service(service).path("command").toString())
                .contains("\"--data\",\"" + nameAndFolder.get(1) + "\"");
    }

    @Test
    void theImageHoldsTheHealthCheckThatTheContainersRun() throws IOException {
        String dockerfile = Files.readString(ComposeFile.repository().resolve("Dockerfile"));
        assertThat(dockerfile)
                .contains("COPY docker/healthy /opt/weir/bin/healthy")
                .contains("USER 10001");
        assertThat(ComposeFile.repository().resolve("docker/healthy")).isExecutable();
        assertThat(compose.healthCheck("scan-api")).startsWith("CMD /opt/weir/bin/healthy ");
    }

    /** Our variables, with a value in place of what the shell has to give. */
    private Map<String, String> ours(String service) {
        Map<String, String> variables = new TreeMap<>();
        compose.environment(service).forEach((name, value) -> variables.put(name, ComposeFile.filledIn(value)));
        assertThat(variables.keySet()).allMatch(name -> name.startsWith("WEIR_"));
        return variables;
    }
}
