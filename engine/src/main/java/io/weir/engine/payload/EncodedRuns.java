package io.weir.engine.payload;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stretches of a text that are worth decoding: the longest rows of an alphabet's characters whose bytes are
 * nearly all text or begin like a packed file. Linear in the text.
 */
final class EncodedRuns {

    // Encoders break lines at 64 (PEM, RFC 7468) or 76 characters (MIME, RFC 2045); prose has no word that long.
    private static final int LINE_MIN = 60;

    // A path before an encoded name is cut off, at a few of its separators: this bounds the work on a long path.
    private static final int CUTS_MAX = 8;

    private final String text;
    private final List<EncodedRun> runs = new ArrayList<>();

    private EncodedRuns(String text) {
        this.text = text;
    }

    /** The stretches of a text, in order. */
    static List<EncodedRun> of(String text) {
        EncodedRuns finder = new EncodedRuns(text);
        int at = 0;
        while (at < text.length()) {
            if (TextHints.isRunCharacter(text.charAt(at))) {
                int end = finder.rowEnd(at);
                if (end - at >= TextHints.RUN_MIN) {
                    finder.look(at, end);
                }
                at = end;
            } else {
                at++;
            }
        }
        return finder.runs;
    }

    /** One past a row of alphabet characters, continued over line ends where the lines are those of an encoder. */
    private int rowEnd(int start) {
        int lineStart = start;
        int i = start;
        while (true) {
            while (i < text.length() && TextHints.isRunCharacter(text.charAt(i))) {
                i++;
            }
            int next = text.startsWith("\r\n", i) ? i + 2 : text.startsWith("\n", i) ? i + 1 : i;
            boolean continues = next > i
                    && i - lineStart >= LINE_MIN
                    && next < text.length()
                    && TextHints.isRunCharacter(text.charAt(next));
            if (!continues) {
                return i;
            }
            lineStart = next;
            i = next;
        }
    }

    private void look(int start, int end) {
        EncodedRun whole = candidate(start, end);
        if (whole != null) {
            runs.add(whole);
            return;
        }
        int cuts = 0;
        for (int i = start; i < end && cuts < CUTS_MAX; i++) {
            if (isSeparator(text.charAt(i))) {
                cuts++;
                EncodedRun rest = end - i > TextHints.RUN_MIN ? candidate(i + 1, end) : null;
                if (rest != null) {
                    runs.add(rest);
                    return;
                }
            }
        }
    }

    private @Nullable EncodedRun candidate(int start, int end) {
        if (isWorthIt(start, end, Spelling.HEX)) {
            return new EncodedRun(start, end, Spelling.HEX);
        }
        if (isWorthIt(start, end, Spelling.BASE64)) {
            return new EncodedRun(start, paddedEnd(end), Spelling.BASE64);
        }
        return isWorthIt(start, end, Spelling.BASE64_URL)
                ? new EncodedRun(start, paddedEnd(end), Spelling.BASE64_URL)
                : null;
    }

    private boolean isWorthIt(int start, int end, Spelling spelling) {
        ByteLook look = new ByteLook();
        int total = (end - start) * spelling.bits() / 8;
        int buffer = 0;
        int buffered = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            int value = spelling.value(c);
            if (value < 0 && c != '\n' && c != '\r') {
                return false;
            }
            if (value >= 0) {
                buffer = (buffer << spelling.bits()) | value;
                buffered += spelling.bits();
            }
            if (buffered >= 8) {
                buffered -= 8;
                look.show((buffer >> buffered) & 0xFF);
                if (look.isHopeless(total)) {
                    return false;
                }
            }
        }
        return look.isWorthIt();
    }

    private int paddedEnd(int end) {
        int padded = end;
        while (padded < end + 2 && padded < text.length() && text.charAt(padded) == '=') {
            padded++;
        }
        return padded;
    }

    private static boolean isSeparator(char c) {
        return c == '/' || c == '-' || c == '_' || c == '+';
    }
}
