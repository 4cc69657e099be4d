package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.messaging.EventPublisher;
import io.weir.messaging.RecordPosition;
import io.weir.schemas.event.SessionEvent;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SessionOrderTest {

    private static final int THREADS = 16;
    private static final int CALLS = 20;

    /** Notes whether two events of one session are handed over at once, and acknowledges late and in reverse. */
    private static final class Watching implements EventPublisher {

        private final EventPublisher stores;
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger overlaps = new AtomicInteger();

        Watching(EventPublisher stores) {
            this.stores = stores;
        }

        @Override
        public CompletionStage<RecordPosition> publish(SessionEvent event) {
            if (inside.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            CompletionStage<RecordPosition> stored = stores.publish(event);
            Thread.yield();
            inside.decrementAndGet();
            return stored.thenApplyAsync(position -> position);
        }

        @Override
        public void close() {
            stores.close();
        }
    }

    @Test
    void handsOverOneEventOfASessionAtATimeAndLosesNone() throws Exception {
        Watching[] watching = new Watching[1];
        try (RunningApi api = RunningApi.start(Map.of(), events -> {
            watching[0] = new Watching(events);
            return watching[0];
        })) {
            List<String> answered = scanFromManyThreads(api);

            List<SessionEvent> stored = api.events.events();
            assertThat(stored).extracting(SessionEvent::traceId).containsExactlyInAnyOrderElementsOf(answered);
            assertThat(stored).extracting(SessionEvent::eventId).doesNotHaveDuplicates();
            assertThat(watching[0].overlaps).hasValue(0);
        }
    }

    @Test
    void doesNotMakeASessionWaitForTheStorageOfItsEarlierEvents() throws Exception {
        CountDownLatch bothHandedOver = new CountDownLatch(2);
        List<CompletableFuture<RecordPosition>> pending = new ArrayList<>();
        EventPublisher slow = new EventPublisher() {
            @Override
            public synchronized CompletionStage<RecordPosition> publish(SessionEvent event) {
                CompletableFuture<RecordPosition> stored = new CompletableFuture<>();
                pending.add(stored);
                bothHandedOver.countDown();
                return stored;
            }

            @Override
            public void close() {
                pending.clear();
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (RunningApi api = RunningApi.start(Map.of(), events -> slow)) {
            Future<HttpResponse<String>> first = threads.submit(() -> api.scan(call("run-1")));
            Future<HttpResponse<String>> second = threads.submit(() -> api.scan(call("run-1")));

            assertThat(bothHandedOver.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(first).isNotDone();
            assertThat(second).isNotDone();
            pending.forEach(stored -> stored.complete(new RecordPosition("topic", 0, 0)));

            assertThat(first.get().statusCode()).isEqualTo(200);
            assertThat(second.get().statusCode()).isEqualTo(200);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void finishesWhatIsAtWorkBeforeItCloses() throws Exception {
        CountDownLatch handedOver = new CountDownLatch(1);
        CompletableFuture<RecordPosition> stored = new CompletableFuture<>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        RunningApi api = RunningApi.start(Map.of(), events -> new EventPublisher() {
            @Override
            public CompletionStage<RecordPosition> publish(SessionEvent event) {
                handedOver.countDown();
                return event.principal().sessionId().equals("run-1")
                        ? stored
                        : CompletableFuture.completedFuture(new RecordPosition("topic", 0, 1));
            }

            @Override
            public void close() {
                stored.cancel(true);
            }
        });
        try {
            Future<HttpResponse<String>> answer = threads.submit(() -> api.scan(call("run-1")));
            assertThat(handedOver.await(10, TimeUnit.SECONDS)).isTrue();

            Future<?> closed = threads.submit(api::close);
            await().until(() -> api.scan(call("run-2")).statusCode() == 503);
            assertThat(closed).isNotDone();
            stored.complete(new RecordPosition("topic", 0, 0));

            assertThat(answer.get().statusCode()).isEqualTo(200);
            closed.get();
        } finally {
            api.close();
            threads.shutdownNow();
        }
    }

    @Test
    void refusesMoreRequestsThanItMayWorkOn() throws Exception {
        CountDownLatch handedOver = new CountDownLatch(1);
        CompletableFuture<RecordPosition> stored = new CompletableFuture<>();
        EventPublisher stuck = new EventPublisher() {
            @Override
            public CompletionStage<RecordPosition> publish(SessionEvent event) {
                handedOver.countDown();
                return stored;
            }

            @Override
            public void close() {
                stored.cancel(true);
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try (RunningApi api = RunningApi.start(Map.of("requests_max", "1"), events -> stuck)) {
            Future<HttpResponse<String>> first = threads.submit(() -> api.scan(call("run-1")));
            assertThat(handedOver.await(10, TimeUnit.SECONDS)).isTrue();

            HttpResponse<String> second = api.scan(call("run-2"));

            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.headers().firstValue("Retry-After")).contains("1");
            assertThat(RunningApi.json(second).path("code").asText()).isEqualTo("OVERLOADED");
            assertThat(api.get("/health").statusCode()).isEqualTo(200);
            stored.complete(new RecordPosition("topic", 0, 0));
            assertThat(first.get().statusCode()).isEqualTo(200);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> scanFromManyThreads(RunningApi api) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<HttpResponse<String>>> answers = new ArrayList<>();
            for (int i = 0; i < THREADS * CALLS; i++) {
                answers.add(threads.submit(() -> api.scan(call("run-1"))));
            }
            List<String> traceIds = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : answers) {
                traceIds.add(RunningApi.json(answer.get()).path("trace_id").asText());
            }
            return traceIds;
        } finally {
            threads.shutdownNow();
        }
    }

    private static String call(String session) {
        return "{\"method\":\"GET\",\"url\":\"https://ok.example\",\"session_id\":\"" + session + "\"}";
    }
}
