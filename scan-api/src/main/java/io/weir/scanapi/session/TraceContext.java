package io.weir.scanapi.session;

import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A W3C trace context (Trace Context, level 1, section 3.2).
 *
 * @param traceId 32 hex digits, not all zero
 * @param parentId 16 hex digits, not all zero
 * @param flags 2 hex digits
 */
public record TraceContext(String traceId, String parentId, String flags) {

    // A version after 00 may carry more parts; its first four are those of version 00.
    private static final Pattern HEADER =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    private static final String VERSION = "00";
    private static final String SAMPLED = "01";

    /** The context of a {@code traceparent} header, or null if there is none or it is invalid. */
    public static @Nullable TraceContext parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String text = header.strip();
        Matcher matcher = HEADER.matcher(text);
        if (!matcher.matches() || (matcher.group(4) != null && text.startsWith(VERSION))) {
            return null;
        }
        return new TraceContext(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    /** A new context with a trace id from one random UUID and a parent id from another. */
    public static TraceContext create(UUID trace, UUID parent) {
        return new TraceContext(
                hex(trace.getMostSignificantBits()) + hex(trace.getLeastSignificantBits()),
                hex(parent.getLeastSignificantBits()),
                SAMPLED);
    }

    /** The header value. */
    public String traceparent() {
        return VERSION + "-" + traceId + "-" + parentId + "-" + flags;
    }

    private static String hex(long bits) {
        return HexFormat.of().toHexDigits(bits);
    }
}
