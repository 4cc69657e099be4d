package io.weir.correlator.siem;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.platform.json.Json;
import java.io.ByteArrayOutputStream;
import java.util.Map;

/**
 * An event for the bulk API of Elasticsearch and OpenSearch: the line that asks to create it by its id, and the
 * document. What is sent twice is there once, since an id is created once.
 */
final class ElasticBulk {

    private ElasticBulk() {}

    static byte[] lines(JsonNode event) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        String id = event.at("/metadata/uid").asText();
        lines.writeBytes(Json.bytes(Map.of("create", Map.of("_id", id))));
        lines.write('\n');
        lines.writeBytes(Json.bytes(EcsEvent.of(event)));
        return lines.toByteArray();
    }
}
