package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.Taint;
import io.weir.schemas.event.ValuePrint;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Makes taints of responses, and reads their samples. */
public final class Taints {

    /** Values in a sample: those that tell by themselves. */
    static final int VALUES_MAX = 64;

    /** Shingles in a sample, those with the smallest hashes. Text of up to about 600 characters is in it whole. */
    static final int PRINTS_MAX = 128;

    /** Bytes of one hash in a sample. */
    static final int HASH_BYTES = 5;

    private static final long HASH_MASK = (1L << (HASH_BYTES * Byte.SIZE)) - 1;

    private Taints() {}

    /**
     * The taint of a response, or nothing where there is nothing in it that could be found again.
     *
     * @param partition where the record of the event stands
     * @param offset where the record of the event stands
     */
    public static Optional<Taint> of(ResponseObserved event, int partition, long offset) {
        SessionRead read = SessionRead.of(event, null);
        if (read.weight() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Taint(
                event.principal().tenant(),
                event.principal().sessionKey(),
                event.eventId(),
                event.traceId(),
                event.timeMillis(),
                read.dataClasses(),
                partition,
                offset,
                read.dataClasses().isEmpty() ? "" : sample(read)));
    }

    /** The 40 bits of a hash that a sample holds. The low ones: the chosen shingles have small hashes. */
    static long shortened(long hash) {
        return hash & HASH_MASK;
    }

    /** The same of a value. */
    static long shortened(ValuePrint value) {
        return shortened(HexFormat.fromHexDigitsToLong(value.hash()));
    }

    /**
     * The hashes of a sample.
     *
     * @throws IllegalArgumentException if it was not made here
     */
    static long[] hashes(Taint taint) {
        byte[] packed = Base64.getDecoder().decode(taint.sample());
        if (packed.length % HASH_BYTES != 0 || packed.length > (VALUES_MAX + PRINTS_MAX) * HASH_BYTES) {
            throw new IllegalArgumentException("a sample of " + packed.length + " bytes");
        }
        long[] hashes = new long[packed.length / HASH_BYTES];
        for (int i = 0; i < packed.length; i++) {
            hashes[i / HASH_BYTES] = (hashes[i / HASH_BYTES] << Byte.SIZE) | (packed[i] & 0xff);
        }
        return hashes;
    }

    private static String sample(SessionRead read) {
        Set<Long> hashes = new LinkedHashSet<>();
        read.values().stream()
                .filter(value -> FleetParts.isTelling(value.kind()))
                .map(Taints::shortened)
                .distinct()
                .limit(VALUES_MAX)
                .forEach(hashes::add);
        read.prints().stream()
                .map(Print::hash)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .limit(PRINTS_MAX)
                .map(Taints::shortened)
                .forEach(hashes::add);
        return packed(hashes.stream().mapToLong(Long::longValue));
    }

    private static String packed(LongStream hashes) {
        ByteBuffer packed = ByteBuffer.allocate((VALUES_MAX + PRINTS_MAX) * HASH_BYTES);
        hashes.forEach(hash -> {
            packed.put((byte) (hash >>> Integer.SIZE));
            packed.putInt((int) hash);
        });
        byte[] bytes = new byte[packed.position()];
        packed.flip().get(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
