package io.weir.correlator.siem;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.platform.json.Json;
import java.nio.charset.StandardCharsets;

/** How a SIEM reads events. All of them are made from the same OCSF event, so that they say the same. */
public enum SiemFormat {
    /** OCSF 1.8.0, a JSON object a line. */
    OCSF("application/x-ndjson", Framing.LINES),
    /** OCSF 1.8.0, a JSON list. */
    JSON("application/json", Framing.LIST),
    /** ArcSight Common Event Format, an event a line. */
    CEF("text/plain; charset=utf-8", Framing.LINES),
    /** Elastic Common Schema, a JSON object a line. */
    ECS("application/x-ndjson", Framing.LINES),
    /**
     * Elastic Common Schema for the bulk API of Elasticsearch and OpenSearch: before each object a line that names its
     * id.
     */
    ELASTIC("application/x-ndjson", Framing.LINES),
    /** Envelopes of Splunk's HTTP event collector, a JSON object a line. */
    SPLUNK("application/json", Framing.LINES),
    /** Logs of Datadog's intake, a JSON list. */
    DATADOG("application/json", Framing.LIST);

    private final String contentType;
    private final Framing framing;

    SiemFormat(String contentType, Framing framing) {
        this.contentType = contentType;
        this.framing = framing;
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
        return switch (this) {
            case OCSF, JSON -> Json.bytes(event);
            case CEF -> CefEvent.of(event).getBytes(StandardCharsets.UTF_8);
            case ECS -> Json.bytes(EcsEvent.of(event));
            case ELASTIC -> ElasticBulk.lines(event);
            case SPLUNK -> Json.bytes(SplunkEvent.of(event));
            case DATADOG -> Json.bytes(DatadogLog.of(event));
        };
    }
}
