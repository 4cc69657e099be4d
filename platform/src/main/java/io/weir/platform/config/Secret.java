package io.weir.platform.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A text that must not be seen: it does not print, and comparing it takes the same time wherever two differ.
 *
 * <p>Immutable and safe to share.
 */
public final class Secret {

    /** No secret was given. */
    public static final Secret NONE = new Secret("");

    private static final String MASK = "********";

    private final String value;

    private Secret(String value) {
        this.value = value;
    }

    /** A secret with this text; the empty text is {@link #NONE}. */
    public static Secret of(String value) {
        return value.isEmpty() ? NONE : new Secret(value);
    }

    /** The text itself, for the one place that needs it. */
    public String reveal() {
        return value;
    }

    /** The UTF-8 bytes of the text, a fresh copy. */
    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether there is no secret. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return value.isEmpty() ? "" : MASK;
    }
}
