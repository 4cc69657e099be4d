package io.weir.e2e.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kafka's part of the compose file, given to the class that the image itself starts with: it renders the server's
 * properties and formats the log directory, as it would in the container.
 */
class ComposeKafkaTest {

    @TempDir
    private Path folder;

    @Test
    void theImageTurnsTheVariablesIntoAServerThatStarts() throws Exception {
        // Given
        Map<String, String> environment = new TreeMap<>(ComposeFile.read().environment("kafka"));
        Path logFolder = folder.resolve("data");
        environment.put("KAFKA_LOG_DIRS", logFolder.toString());

        // When
        Properties rendered = setUp(environment);

        // Then
        assertThat(rendered)
                .containsEntry("process.roles", "broker,controller")
                .containsEntry("auto.create.topics.enable", "false")
                .containsEntry("controller.quorum.voters", "1@kafka:29093")
                .containsEntry("transaction.state.log.min.isr", "1");
        assertThat(propertyNames(environment))
                .allSatisfy(name -> assertThat(rendered).containsKey(name));
        KafkaConfig config = KafkaConfig.fromProps(rendered, false);
        assertThat(config.nodeId()).isEqualTo(1);
        assertThat(logFolder.resolve("meta.properties"))
                .content()
                .contains("cluster.id=" + environment.get("CLUSTER_ID"));
    }

    @Test
    void keepsItsDataInANamedVolume() throws IOException {
        ComposeFile compose = ComposeFile.read();
        String folderInContainer = compose.environment("kafka").get("KAFKA_LOG_DIRS");
        assertThat(compose.service("kafka").path("volumes").path(0).asText())
                .isEqualTo(compose.volumes().get(0) + ":" + folderInContainer);
    }

    @Test
    void isTheVersionThatTheCodeIsBuiltWith() throws IOException {
        String version = AppInfoParser.getVersion();
        assertThat(ComposeFile.read().service("kafka").path("image").asText()).isEqualTo("apache/kafka:" + version);
    }

    @Test
    void publishesTheListenerThatItAdvertisesToTheHost() throws IOException {
        ComposeFile compose = ComposeFile.read();
        assertThat(compose.environment("kafka").get("KAFKA_ADVERTISED_LISTENERS"))
                .contains("HOST://localhost:9092");
        assertThat(compose.publishedPorts("kafka")).containsExactly(9092);
        assertThat(compose.healthCheck("kafka")).contains("--bootstrap-server localhost:9092");
    }

    private Properties setUp(Map<String, String> environment) throws Exception {
        Path defaults = Files.createDirectories(folder.resolve("defaults"));
        for (String name : List.of("server.properties", "log4j2.yaml", "tools-log4j2.yaml")) {
            Files.writeString(defaults.resolve(name), "");
        }
        Path mounted = Files.createDirectories(folder.resolve("mounted"));
        Path rendered = Files.createDirectories(folder.resolve("final"));
        runWrapper(environment, defaults, mounted, rendered);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(rendered.resolve("server.properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    private void runWrapper(Map<String, String> environment, Path defaults, Path mounted, Path rendered)
            throws Exception {
        ProcessBuilder wrapper = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "kafka.docker.KafkaDockerWrapper",
                "setup",
                "-D",
                defaults.toString(),
                "-M",
                mounted.toString(),
                "-F",
                rendered.toString());
        wrapper.environment().clear();
        wrapper.environment().putAll(environment);
        Path output = folder.resolve("output.txt");
        Process process = wrapper.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }

    /** The image's rule: {@code KAFKA_A_B} is {@code a.b}; heap and JVM options are no properties. */
    private static List<String> propertyNames(Map<String, String> environment) {
        return environment.keySet().stream()
                .filter(name -> name.startsWith("KAFKA_") && !name.equals("KAFKA_HEAP_OPTS"))
                .map(name -> name.substring("KAFKA_".length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '.'))
                .toList();
    }
}
