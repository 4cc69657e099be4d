package io.weir.correlator.siem;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.platform.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** How a SIEM reads events. All of them are made from the same OCSF event, so that they say the same. */
public enum SiemFormat {
    /** OCSF 1.8.0, a JSON object a line. */
    OCSF("application/x-ndjson", Framing.LINES, Json::bytes),
    /** OCSF 1.8.0, a JSON list. */
    JSON("application/json", Framing.LIST, Json::bytes),
    /** ArcSight Common Event Format, an event a line. */
    CEF("text/plain; charset=utf-8", Framing.LINES, event -> text(CefEvent.of(event))),
    /** Elastic Common Schema, a JSON object a line. */
    ECS("application/x-ndjson", Framing.LINES, event -> Json.bytes(EcsEvent.of(event))),
    /** Elastic Common Schema for the bulk API of Elasticsearch and OpenSearch: before each object a line that names its id. */
    ELASTIC("application/x-ndjson", Framing.LINES, ElasticBulk::lines),
    /** Envelopes of Splunk's HTTP event collector, a JSON object a line. */
    SPLUNK("application/json", Framing.LINES, event -> Json.bytes(SplunkEvent.of(event))),
    /** Logs of Datadog's intake, a JSON list. */
    DATADOG("application/json", Framing.LIST, event -> Json.bytes(DatadogLog.of(event)));

    private final String contentType;
    private final Framing framing;
    private final Function<JsonNode, byte[]> writer;

    SiemFormat(String contentType, Framing framing, Function<JsonNode, byte[]> writer) {
        this.contentType = contentType;
        this.framing = framing;
        this.writer = writer;
    }

    /** Media type of several events together. */
    public String contentType() {
        return contentType;
    }

    /** How several events are put together. */
    public Framing framing() {
        return framing;
    }

    /** One OCSF event in this format, without the end of a line. */
    public byte[] write(JsonNode event) {
        return writer.apply(event);
    }

    private static byte[] text(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}
