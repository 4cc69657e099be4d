package io.weir.scanapi.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.scanapi.http.Refusal;
import io.weir.testkit.time.SettableClock;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatsTest {

    private static final byte[] REQUEST = bytes("request");

    private final SettableClock clock = SettableClock.at("2026-11-21T10:00:00Z");
    private final Repeats repeats = new Repeats(clock, new SimpleMeterRegistry());
    private final AtomicInteger works = new AtomicInteger();

    @Test
    void worksOnceForRequestsThatComeAtOnce() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        CompletableFuture<Repeats.Reply> first =
                CompletableFuture.supplyAsync(() -> repeats.once("a", "k", REQUEST, () -> {
                    working.countDown();
                    await(mayEnd);
                    return work(true);
                }));
        working.await();
        CompletableFuture<Repeats.Reply> second =
                CompletableFuture.supplyAsync(() -> repeats.once("a", "k", REQUEST, () -> work(true)));
        mayEnd.countDown();

        assertThat(second.get().body()).isEqualTo(first.get().body());
        assertThat(works).hasValue(1);
    }

    @Test
    void keepsNoAnswerThatPeopleMayChange() {
        repeats.once("a", "k", REQUEST, () -> work(false));

        assertThat(repeats.once("a", "k", REQUEST, () -> work(true)).repeated()).isFalse();
        assertThat(repeats.once("a", "k", REQUEST, () -> work(true)).repeated()).isTrue();
        assertThat(works).hasValue(2);
    }

    @Test
    void triesAgainAfterAFailure() {
        assertThatThrownBy(() -> repeats.once("a", "k", REQUEST, () -> {
                    throw new IllegalStateException("Kafka is away");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(repeats.once("a", "k", REQUEST, () -> work(true)).repeated()).isFalse();
    }

    @Test
    void keepsOwnersApart() {
        repeats.once("a", "k", REQUEST, () -> work(true));

        assertThat(repeats.once("b", "k", bytes("other"), () -> work(true)).repeated())
                .isFalse();
        assertThatThrownBy(() -> repeats.once("a", "k", bytes("other"), () -> work(true)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void forgetsTheOldestBeyondItsLength() {
        String large = "x".repeat(33 << 20);
        repeats.once("a", "1", REQUEST, () -> new Repeats.Worked(large, true));
        repeats.once("a", "2", REQUEST, () -> new Repeats.Worked(large, true));

        assertThat(repeats.once("a", "2", REQUEST, () -> work(true)).repeated()).isTrue();
        assertThat(repeats.once("a", "1", REQUEST, () -> work(true)).repeated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "k\u00e4se"})
    void refusesWhatIsNoKey(String key) {
        assertThatThrownBy(() -> repeats.once("a", key, REQUEST, () -> work(true)))
                .isInstanceOf(Refusal.class);
    }

    private Repeats.Worked work(boolean lasting) {
        return new Repeats.Worked("answer " + works.incrementAndGet(), lasting);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
