package io.weir.correlator.ocsf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Deterministic record ids: the same record, mapped twice, is recognised as one by whoever stores it. */
final class RecordUid {

    private RecordUid() {}

    /** A UUID of version 8 from the SHA-256 of the parts (RFC 9562, 5.8 and appendix B.2). */
    static String of(String... parts) {
        ByteBuffer digest = ByteBuffer.wrap(sha256(String.join("\n", parts)));
        long high = (digest.getLong() & ~0xf000L) | 0x8000L;
        long low = (digest.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }
}
