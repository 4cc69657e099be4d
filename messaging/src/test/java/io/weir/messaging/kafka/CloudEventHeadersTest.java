package io.weir.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.testkit.event.SampleEvents;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

final class CloudEventHeadersTest {

    private final ToolCallScanned call = SampleEvents.call("session-1", "call");

    @Test
    void describesAnEventInBinaryMode() {
        Map<String, String> headers = read(CloudEventHeaders.of(Envelope.of(call)));

        assertThat(headers)
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", call.eventId()),
                        Map.entry("ce_source", "/weir/scan-api"),
                        Map.entry("ce_type", "io.weir.toolcall.scanned.v1"),
                        Map.entry("ce_time", "2026-11-21T00:00:00Z"),
                        Map.entry("ce_subject", "session-1"),
                        Map.entry("content-type", "application/json"),
                        Map.entry("traceparent", SampleEvents.TRACEPARENT),
                        Map.entry("tenant", "acme"));
    }

    @Test
    void namesEachKindOfRecord() {
        assertThat(Envelope.of(SampleEvents.response("s", "r")).type()).isEqualTo("io.weir.response.observed.v1");
        assertThat(Envelope.of(DecisionMade.of(call)).type()).isEqualTo("io.weir.decision.made.v1");
        assertThat(Envelope.of(SampleEvents.alert("s", "a")).type()).isEqualTo("io.weir.alert.raised.v1");
    }

    @Test
    void keepsSessionTenantAndTraceOfWhatARecordIsDerivedFrom() {
        Envelope derived = Envelope.of(call).derived("other-id", "audit.appended.v1");

        assertThat(derived)
                .isEqualTo(new Envelope(
                        "other-id",
                        "io.weir.audit.appended.v1",
                        "/weir/correlator",
                        SampleEvents.TIME_MILLIS,
                        "session-1",
                        "acme",
                        SampleEvents.TRACEPARENT));
    }

    private static Map<String, String> read(Headers headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        headers.forEach(header -> texts.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return texts;
    }
}
