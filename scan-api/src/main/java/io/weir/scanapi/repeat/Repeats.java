package io.weir.scanapi.repeat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.scanapi.http.Refusal;
import io.weir.schemas.error.ErrorCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers a request that is sent again with the same idempotency key as it was answered the first time. What two
 * requests with one key must share is the credential, the path and the body. Answers are kept in memory of this node,
 * for a time, and bounded in number and in length: the oldest go first. A request that failed is not kept.
 *
 * <p>Safe to share between threads.
 */
public final class Repeats {

    /** How long an answer is kept. */
    public static final long KEPT_MILLIS = 600_000;

    private static final int ANSWERS_MAX = 10_000;
    private static final long UNITS_MAX = 64L << 20;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final InstantSource time;
    private final Counter repeated;
    private final ReentrantLock guard = new ReentrantLock();
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long units;

    /** No answers yet. */
    public Repeats(InstantSource time, MeterRegistry meters) {
        this.time = time;
        this.repeated = Counter.builder("weir.scan.repeated")
                .description("Requests that were answered as the first of the same idempotency key.")
                .register(meters);
    }

    private record Entry(String digest, long timeMillis, CompletableFuture<String> answer) {

        long units() {
            return answer.isDone() && !answer.isCompletedExceptionally()
                    ? answer.join().length()
                    : 0;
        }
    }

    /**
     * An answer.
     *
     * @param body as it is sent
     * @param repeated whether it was given before
     */
    public record Reply(String body, boolean repeated) {}

    /**
     * What a request comes to.
     *
     * @param body the answer
     * @param lasting whether the same request gets the same answer for a while: not where people may decide meanwhile
     */
    public record Worked(String body, boolean lasting) {}

    /**
     * The answer to a request, worked out once.
     *
     * @param owner credential and path
     * @param key what the client calls the request
     * @throws Refusal {@code IDEMPOTENCY_KEY_REUSED} if the key came with another body, {@code REQUEST_INVALID} if it
     *     is none
     */
    public Reply once(String owner, String key, byte[] request, Supplier<Worked> work) {
        if (!KEY.matcher(key).matches()) {
            throw Refusal.ofMembers(List.of("header Idempotency-Key: needs 1 to 128 visible ASCII characters"));
        }
        String id = owner + "|" + key;
        Entry mine = new Entry(digest(request), time.millis(), new CompletableFuture<>());
        Entry first = knownOrRegistered(id, mine);
        return first == null ? work(id, mine, work) : repeat(first, mine.digest());
    }

    private Reply repeat(Entry first, String digest) {
        if (!first.digest().equals(digest)) {
            throw Refusal.of(
                    ErrorCode.IDEMPOTENCY_KEY_REUSED, "The Idempotency-Key was sent with another body before.");
        }
        try {
            String answer = first.answer().join();
            repeated.increment();
            return new Reply(answer, true);
        } catch (CompletionException | CancellationException e) {
            throw Refusal.of(ErrorCode.EVENTS_UNAVAILABLE, "The first request with this Idempotency-Key failed.");
        }
    }

    private Reply work(String id, Entry mine, Supplier<Worked> work) {
        boolean lasting = false;
        try {
            Worked worked = work.get();
            lasting = worked.lasting();
            mine.answer().complete(worked.body());
            return new Reply(worked.body(), false);
        } finally {
            mine.answer().cancel(false);
            settle(id, mine, lasting);
        }
    }

    /** The entry of an earlier request, or null where this is the first. */
    private @Nullable Entry knownOrRegistered(String id, Entry mine) {
        guard.lock();
        try {
            Entry known = entries.get(id);
            if (known != null && mine.timeMillis() - known.timeMillis() < KEPT_MILLIS) {
                return known;
            }
            if (known != null) {
                drop(id);
            }
            entries.put(id, mine);
            return null;
        } finally {
            guard.unlock();
        }
    }

    /** Keeps an answer that lasts; where there is none, the next request tries again. */
    private void settle(String id, Entry mine, boolean lasting) {
        guard.lock();
        try {
            if (!lasting) {
                entries.remove(id, mine);
                return;
            }
            units += mine.units();
            forget();
        } finally {
            guard.unlock();
        }
    }

    private void forget() {
        Iterator<Map.Entry<String, Entry>> oldestFirst = entries.entrySet().iterator();
        long limit = time.millis() - KEPT_MILLIS;
        while (oldestFirst.hasNext()) {
            Entry oldest = oldestFirst.next().getValue();
            boolean fits = entries.size() <= ANSWERS_MAX && units <= UNITS_MAX && oldest.timeMillis() > limit;
            if (fits || !oldest.answer().isDone()) {
                return;
            }
            oldestFirst.remove();
            units -= oldest.units();
        }
    }

    private void drop(String id) {
        Entry old = entries.remove(id);
        units -= old == null ? 0 : old.units();
    }

    private static String digest(byte[] request) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(request));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK lacks SHA-256", e);
        }
    }
}
