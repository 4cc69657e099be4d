package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.messaging.EventPublisher;
import io.weir.messaging.PublishFailed;
import io.weir.messaging.RecordPosition;
import io.weir.messaging.memory.MemoryEventPublisher;
import io.weir.schemas.event.SessionEvent;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** No decision without a record. */
class FailClosedTest {

    private static final String CALL = "{\"method\":\"GET\",\"url\":\"https://ok.example\"}";
    private static final String RESPONSE =
            "{\"trace_id\":\"3f0c5f0a-8a52-4f0e-9a53-2f6f2f3a9d10\",\"response_body\":1}";

    /** A publisher whose behaviour a test sets. */
    private static final class Switchable implements EventPublisher {

        private enum Mode {
            STORES,
            FAILS,
            THROWS,
            TOO_LARGE,
            NEVER_ANSWERS
        }

        private final EventPublisher stores;
        private volatile Mode mode = Mode.STORES;

        Switchable(EventPublisher stores) {
            this.stores = stores;
        }

        @Override
        public CompletionStage<RecordPosition> publish(SessionEvent event) {
            return switch (mode) {
                case STORES -> stores.publish(event);
                case FAILS ->
                    CompletableFuture.failedFuture(new PublishFailed(PublishFailed.Reason.REFUSED, "here", null));
                case TOO_LARGE ->
                    CompletableFuture.failedFuture(new PublishFailed(PublishFailed.Reason.TOO_LARGE, "here", null));
                case THROWS -> throw new IllegalStateException("with a piece of the event: ok.example");
                case NEVER_ANSWERS -> new CompletableFuture<>();
            };
        }

        @Override
        public void close() {
            stores.close();
        }
    }

    private Switchable publisher = new Switchable(new MemoryEventPublisher());

    @Test
    void decidesNothingThatCannotBeRecorded() {
        try (RunningApi api = start()) {
            for (Switchable.Mode mode :
                    List.of(Switchable.Mode.FAILS, Switchable.Mode.THROWS, Switchable.Mode.NEVER_ANSWERS)) {
                publisher.mode = mode;
                assertUnavailable(api.scan(CALL));
                assertUnavailable(api.post("/v1/scan/response", RESPONSE));
            }
            assertThat(api.metrics.scrape())
                    .contains("weir_scan_refused_total{code=\"EVENTS_UNAVAILABLE\"} 6.0")
                    .contains("weir_scan_requests_total{decision=\"ALLOW\"} 0.0");
        }
    }

    @Test
    void goesOnWhenEventsCanBeStoredAgain() {
        try (RunningApi api = start()) {
            publisher.mode = Switchable.Mode.FAILS;
            api.scan(CALL);
            assertThat(api.get("/readyz").statusCode()).isEqualTo(503);

            publisher.mode = Switchable.Mode.STORES;

            assertThat(api.scan(CALL).statusCode()).isEqualTo(200);
            assertThat(api.get("/readyz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void blamesTheRequestForARecordThatIsTooLarge() {
        try (RunningApi api = start()) {
            publisher.mode = Switchable.Mode.TOO_LARGE;

            HttpResponse<String> response = api.scan(CALL);

            assertThat(response.statusCode()).as(response.body()).isEqualTo(413);
            assertThat(RunningApi.json(response).path("code").asText()).isEqualTo("PAYLOAD_TOO_LARGE");
            assertThat(api.get("/readyz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void becomesReadyAgainWithoutTraffic() {
        try (RunningApi api = start()) {
            publisher.mode = Switchable.Mode.FAILS;
            api.scan(CALL);

            api.clock.advance(Duration.ofSeconds(11));

            assertThat(api.get("/readyz").statusCode()).isEqualTo(200);
        }
    }

    private RunningApi start() {
        return RunningApi.start(Map.of("publish_millis_max", "200"), events -> {
            publisher = new Switchable(events);
            return publisher;
        });
    }

    private static void assertUnavailable(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(RunningApi.json(response).path("code").asText()).isEqualTo("EVENTS_UNAVAILABLE");
        assertThat(response.body()).doesNotContain("decision\"", "ok.example");
    }
}
