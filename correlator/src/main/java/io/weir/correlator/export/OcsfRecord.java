package io.weir.correlator.export;

import io.weir.messaging.kafka.CloudEventHeaders;
import io.weir.messaging.kafka.Envelope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;

/** Makes records of OCSF events, with headers that a sink can route on. */
final class OcsfRecord {

    private static final List<String> ROUTING = List.of("class_uid", "severity_id");

    private OcsfRecord() {}

    /**
     * The record of an event.
     *
     * @param topic name of the topic without the prefix, which is also the kind of the record
     * @param source envelope of what the event was made from
     */
    static Record<String, Map<String, Object>> of(
            String key, Map<String, Object> event, String topic, Envelope source, long timestampMillis) {
        Headers headers = CloudEventHeaders.of(source.derived(text(event, "metadata", "uid"), topic));
        for (String name : ROUTING) {
            headers.add(name, String.valueOf(event.get(name)).getBytes(StandardCharsets.UTF_8));
        }
        return new Record<>(key, event, timestampMillis, headers);
    }

    /** The text of a member of a member. */
    static String text(Map<String, Object> event, String object, String member) {
        Map<?, ?> inner = (Map<?, ?>) Objects.requireNonNull(event.get(object), object);
        return String.valueOf(inner.get(member));
    }
}
