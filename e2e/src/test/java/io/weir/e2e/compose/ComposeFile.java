package io.weir.e2e.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The repository's compose file. Merge keys are left as they are. */
final class ComposeFile {

    private final JsonNode root;

    private ComposeFile(JsonNode root) {
        this.root = root;
    }

    static ComposeFile read() throws IOException {
        return new ComposeFile(new YAMLMapper()
                .readTree(repository().resolve("docker-compose.yml").toFile()));
    }

    static Path repository() {
        return Path.of(System.getProperty("weir.root"));
    }

    List<String> services() {
        List<String> names = new ArrayList<>();
        root.path("services").fieldNames().forEachRemaining(names::add);
        return names;
    }

    JsonNode service(String name) {
        return root.path("services").path(name);
    }

    /** The environment of a service, with {@code ${NAME:?...}} as it is written. */
    Map<String, String> environment(String service) {
        Map<String, String> variables = new LinkedHashMap<>();
        service(service)
                .path("environment")
                .properties()
                .forEach(variable ->
                        variables.put(variable.getKey(), variable.getValue().asText()));
        return variables;
    }

    /** A value with a key in place of what the shell has to give. */
    static String filledIn(String value) {
        return value.replaceAll("\\$\\{[^}]*}", "0123456789abcdef0123456789abcdef");
    }

    /** Ports inside the container that are published. */
    List<Integer> publishedPorts(String service) {
        List<Integer> ports = new ArrayList<>();
        service(service).path("ports").forEach(port -> {
            String text = port.asText();
            ports.add(Integer.parseInt(text.substring(text.lastIndexOf(':') + 1)));
        });
        return ports;
    }

    /** The health check's command in one text. */
    String healthCheck(String service) {
        List<String> words = new ArrayList<>();
        service(service).path("healthcheck").path("test").forEach(word -> words.add(word.asText()));
        return String.join(" ", words);
    }

    /** Names of the volumes that the file declares. */
    List<String> volumes() {
        List<String> names = new ArrayList<>();
        root.path("volumes").fieldNames().forEachRemaining(names::add);
        return names;
    }
}
