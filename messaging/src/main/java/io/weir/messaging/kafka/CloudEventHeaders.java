package io.weir.messaging.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Headers of a record in CloudEvents binary mode, with the distributed tracing extension and the tenant. Source:
 * CloudEvents Kafka Protocol Binding 1.0.2, section 3.2.
 */
public final class CloudEventHeaders {

    /** Name of the header that holds the tenant. */
    public static final String TENANT = "tenant";

    /** Name of the header that holds the W3C trace context. */
    public static final String TRACEPARENT = "traceparent";

    /** Name of the header that holds the kind of event. */
    public static final String TYPE = "ce_type";

    private CloudEventHeaders() {}

    /** New headers for a record with a JSON value. */
    public static Headers of(Envelope envelope) {
        return of(envelope, "application/json");
    }

    /** New headers for a record whose value is of this media type. */
    public static Headers of(Envelope envelope, String contentType) {
        Headers headers = new RecordHeaders();
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", envelope.id());
        add(headers, "ce_source", envelope.source());
        add(headers, TYPE, envelope.type());
        add(headers, "ce_time", Instant.ofEpochMilli(envelope.timeMillis()).toString());
        add(headers, "ce_subject", envelope.subject());
        add(headers, "content-type", contentType);
        if (!envelope.traceparent().isEmpty()) {
            add(headers, TRACEPARENT, envelope.traceparent());
        }
        add(headers, TENANT, envelope.tenant());
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
