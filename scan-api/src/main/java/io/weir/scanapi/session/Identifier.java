package io.weir.scanapi.session;

/** The form of ids that callers choose: sessions, agents, tasks. */
public final class Identifier {

    /** Longest id, in UTF-16 units. */
    public static final int LENGTH_MAX = 256;

    private Identifier() {}

    /** Whether a text can be an id: not blank, not too long, no control characters, which could forge log lines. */
    public static boolean isValid(String text) {
        return !text.isBlank()
                && text.length() <= LENGTH_MAX
                && text.chars().noneMatch(unit -> Character.isISOControl(unit));
    }
}
