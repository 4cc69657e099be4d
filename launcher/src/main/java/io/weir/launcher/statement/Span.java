package io.weir.launcher.statement;

import java.time.Duration;

/** A length of time as people write it. */
final class Span {

    private static final Duration LONGEST = Duration.ofDays(365);

    private Span() {}

    /**
     * Reads {@code 90s}, {@code 10m}, {@code 8h} or {@code 30d}.
     *
     * @throws IllegalArgumentException for anything else, and for more than 365 days
     */
    static Duration of(String text) {
        if (!text.matches("[1-9][0-9]{0,8}[smhd]")) {
            throw new IllegalArgumentException("'" + text + "' is no length of time; write 90s, 10m, 8h or 30d");
        }
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        Duration span = switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        if (span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("'" + text + "' is longer than 365 days, which is the longest");
        }
        return span;
    }
}
