package io.weir.launcher.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.engine.audit.AuditPin;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Heads of an earlier verification, from the file that {@code --json} wrote then. */
final class AuditPins {

    private AuditPins() {}

    /**
     * The heads by partition.
     *
     * @throws IOException if the file cannot be read, or is no report
     */
    static Map<Integer, AuditPin> read(Path report) throws IOException {
        JsonNode partitions = Json.mapper().readTree(Files.readAllBytes(report)).path("partitions");
        if (!partitions.isArray()) {
            throw new IOException(report + " is no report of 'audit verify --json'");
        }
        Map<Integer, AuditPin> pins = new LinkedHashMap<>();
        for (JsonNode partition : partitions) {
            JsonNode chain = partition.path("chain");
            if (chain.path("last_sequence").asLong(-1) >= 0) {
                pins.put(partition.path("partition").asInt(), pin(chain));
            }
        }
        return pins;
    }

    private static AuditPin pin(JsonNode chain) {
        return new AuditPin(
                chain.path("log").asText(),
                chain.path("last_sequence").asLong(),
                chain.path("head").asText());
    }
}
