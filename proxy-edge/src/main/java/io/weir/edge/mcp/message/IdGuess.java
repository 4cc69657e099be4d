package io.weir.edge.mcp.message;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Guesses the id of a response that cannot be read, from its first or last member. The guess serves one purpose:
 * whoever waits for that id learns that the response is withheld.
 */
public final class IdGuess {

    private static final int LOOK_BYTES = 512;
    private static final String ID = "\"id\"\\s*:\\s*(\"[^\"\\\\]{0,200}\"|-?\\d{1,18})\\s*";
    private static final Pattern LAST = Pattern.compile(ID + "(?:,\\s*\"jsonrpc\"\\s*:\\s*\"2\\.0\"\\s*)?}\\s*$");
    private static final Pattern FIRST =
            Pattern.compile("^\\s*\\{\\s*(?:\"jsonrpc\"\\s*:\\s*\"2\\.0\"\\s*,\\s*)?" + ID + ",");

    private IdGuess() {}

    /** The JSON text of the id, if there is one at either end. */
    public static Optional<String> of(byte[] head, byte[] tail) {
        String first = new String(head, 0, Math.min(head.length, LOOK_BYTES), StandardCharsets.UTF_8);
        int from = Math.max(0, tail.length - LOOK_BYTES);
        String last = new String(tail, from, tail.length - from, StandardCharsets.UTF_8);
        return find(FIRST, first).or(() -> find(LAST, last));
    }

    private static Optional<String> find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
