package io.weir.scanapi.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SessionStatesTest {

    private static final long PLENTY = 1L << 40;

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void keepsTheStateOfASession() {
        SessionStates states = new SessionStates(10, PLENTY, meters);

        put(states, "a", "key", 3);

        assertThat(has(states, "a", "key")).isTrue();
        assertThat(has(states, "b", "key")).isFalse();
    }

    @Test
    void forgetsTheSessionUsedLongestAgo() {
        SessionStates states = new SessionStates(2, PLENTY, meters);
        put(states, "a", "key", 1);
        put(states, "b", "key", 1);
        put(states, "a", "other", 1);

        put(states, "c", "key", 1);

        assertThat(states.count()).isEqualTo(2);
        assertThat(has(states, "a", "key")).isTrue();
        assertThat(evicted()).isEqualTo(1);
        assertThat(has(states, "b", "key")).isFalse();
    }

    @Test
    void forgetsSessionsToStayWithinItsBytes() {
        SessionStates states = new SessionStates(1_000, 100_000, meters);
        for (int i = 0; i < 100; i++) {
            put(states, "session " + i, "key", 10_000);
        }

        assertThat(states.bytes()).isLessThanOrEqualTo(100_000);
        assertThat(states.count()).isEqualTo(9);
        assertThat(evicted()).isEqualTo(91);
        assertThat(has(states, "session 99", "key")).isTrue();
    }

    @Test
    void countsBytesDownWhenEntriesAreReplacedOrDeleted() {
        SessionStates states = new SessionStates(10, PLENTY, meters);
        put(states, "a", "key", 1);
        long before = states.bytes();

        put(states, "a", "key", 10_001);
        assertThat(states.bytes()).isEqualTo(before + 10_000);
        states.with("a", state -> {
            state.delete("key");
            state.delete("never there");
            return "done";
        });

        assertThat(states.bytes()).isBetween(1L, before - 1);
    }

    @Test
    void doesWorkOnOneSessionOneAtATimeEvenWhileItIsEvicted() throws Exception {
        SessionStates states = new SessionStates(1, PLENTY, meters);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int[] counter = new int[1];
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 4_000; i++) {
                String key = i % 4 == 0 ? "other " + i : "one";
                done.add(threads.submit(() -> states.with(key, state -> key.equals("one") ? counter[0]++ : 0)));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(counter[0]).isEqualTo(3_000);
        assertThat(states.count()).isEqualTo(1);
    }

    @Test
    void letsDifferentSessionsWorkSideBySide() throws Exception {
        SessionStates states = new SessionStates(10, PLENTY, meters);
        CountDownLatch both = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> met = new ArrayList<>();
            for (String key : List.of("a", "b")) {
                met.add(threads.submit(() -> states.with(key, state -> meet(both))));
            }
            for (Future<Boolean> each : met) {
                assertThat(each.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void freesASessionWhoseWorkFails() {
        SessionStates states = new SessionStates(1, PLENTY, meters);

        assertThatThrownBy(() -> states.with("a", state -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        put(states, "a", "key", 1);
        put(states, "b", "key", 1);
        assertThat(states.count()).isEqualTo(1);
    }

    private double evicted() {
        return meters.get("weir.sessions.evicted").counter().count();
    }

    private static boolean meet(CountDownLatch both) {
        both.countDown();
        try {
            return both.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void put(SessionStates states, String session, String key, int bytes) {
        states.with(session, state -> {
            state.put(key, new byte[bytes]);
            return "done";
        });
    }

    private static boolean has(SessionStates states, String session, String key) {
        return states.with(session, state -> state.get(key) != null);
    }
}
