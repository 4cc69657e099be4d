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

    /** Letters that write three bytes in base64; in hexadecimal two letters write one byte. */
    private static final int GROUP_UNITS = 4;

    private static final int STANDARD = 2;
    private static final int URL_SAFE = 4;
    private static final int BEYOND_HEX = 8;
    private static final byte[] KINDS = kinds();

    private final String text;
    private final AddressBefore address;
    private final List<EncodedRun> runs = new ArrayList<>();

    // Where in the row the characters stand last that only some alphabets have: they rule the others out before them.
    private int lastStandard;
    private int lastUrlSafe;
    private int lastBeyondHex;

    // Whether the last stretch that was looked at is text without any odd byte, or a packed file.
    private boolean flawless;

    private EncodedRuns(String text) {
        this.text = text;
        this.address = new AddressBefore(text);
    }

    /** The stretches of a text, in order. */
    static List<EncodedRun> of(String text) {
        EncodedRuns finder = new EncodedRuns(text);
        int least = TextHints.runMin(text);
        int at = 0;
        while (at < text.length()) {
            int end = finder.rowEnd(at);
            if (end - at >= least) {
                finder.look(at, end);
            }
            at = Math.max(end, at + 1);
        }
        return finder.runs;
    }

    /** One past a row of alphabet characters, continued over line ends where the lines are those of an encoder. */
    private int rowEnd(int start) {
        lastStandard = -1;
        lastUrlSafe = -1;
        lastBeyondHex = -1;
        int lineStart = start;
        int i = lineEnd(start);
        while (i - lineStart >= LINE_MIN) {
            int next = pastLineEnd(i);
            int end = next > i ? lineEnd(next) : next;
            if (end == next) {
                return i;
            }
            lineStart = next;
            i = end;
        }
        return i;
    }

    private int pastLineEnd(int at) {
        return text.startsWith("\r\n", at) ? at + 2 : text.startsWith("\n", at) ? at + 1 : at;
    }

    private int lineEnd(int start) {
        int i = start;
        while (i < text.length()) {
            char c = text.charAt(i);
            int kind = c < 128 ? KINDS[c] : 0;
            if (kind == 0) {
                return i;
            }
            if (kind != 1) {
                lastBeyondHex = i;
                lastStandard = (kind & STANDARD) != 0 ? i : lastStandard;
                lastUrlSafe = (kind & URL_SAFE) != 0 ? i : lastUrlSafe;
            }
            i++;
        }
        return i;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[128];
        for (char c = 0; c < 128; c++) {
            int kind = Spelling.HEX.value(c) >= 0 ? 1 : BEYOND_HEX;
            kind |= c == '+' || c == '/' ? STANDARD : c == '-' || c == '_' ? URL_SAFE : 0;
            kinds[c] = TextHints.isRunCharacter(c) ? (byte) kind : 0;
        }
        return kinds;
    }

    /** The whole row, or what is left of it after a separator: the first that has no flaw, else the first at all. */
    private void look(int start, int end) {
        int last = Math.max(lastStandard, lastUrlSafe);
        EncodedRun best = candidate(start, end);
        int cuts = 0;
        for (int i = start; i < end - TextHints.RUN_MIN && i <= last && cuts < CUTS_MAX && !flawless; i++) {
            if (isSeparator(text.charAt(i))) {
                cuts++;
                int next = pastLineEnd(i + 1);
                EncodedRun rest = startsWell(next) ? candidate(next, end) : null;
                best = best == null || flawless ? rest : best;
            }
        }
        // A piece that was cut out of a longer code begins anywhere in a group of it.
        for (int shift = 1; best == null && shift < GROUP_UNITS && end - start - shift >= TextHints.RUN_MIN; shift++) {
            best = startsWell(start + shift) ? candidate(start + shift, end) : null;
        }
        if (best != null) {
            runs.add(best);
        }
    }

    // What stands after a separator by chance must not cost more than a glance: its first byte decides.
    private boolean startsWell(int at) {
        int high = Spelling.BASE64.value(text.charAt(at));
        int low = Spelling.BASE64.value(text.charAt(at + 1));
        int first = high << 2 | low >> 4;
        return high < 0 || low < 0 || (first >= ' ' && first < 0x7F) || first >= 0xC2 || first == 0x1F;
    }

    private @Nullable EncodedRun candidate(int start, int end) {
        if (lastBeyondHex < start && isWorthIt(start, end, Spelling.HEX)) {
            return new EncodedRun(start, end, Spelling.HEX);
        }
        if (lastUrlSafe >= start && lastStandard >= start) {
            flawless = false;
            return null;
        }
        // A row without any of the four signs reads the same in both; it matters once something else is written in its
        // place.
        boolean urlSafe = lastUrlSafe >= start || (lastStandard < start && address.covers(start));
        Spelling spelling = urlSafe ? Spelling.BASE64_URL : Spelling.BASE64;
        return isWorthIt(start, end, spelling) ? new EncodedRun(start, paddedEnd(end), spelling) : null;
    }

    private boolean isWorthIt(int start, int end, Spelling spelling) {
        flawless = false;
        ByteLook look = new ByteLook();
        int total = (end - start) * spelling.bits() / 8;
        int buffer = 0;
        int buffered = 0;
        for (int i = start; i < end; i++) {
            int value = spelling.value(text.charAt(i));
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
        flawless = look.isWorthIt() && look.isFlawless();
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
