package io.weir.engine.payload;

/**
 * A row of characters of an encoding's alphabet in a text, and where its bytes might begin: with it, after one of its
 * first separators, or in the first group. Used by one thread, for one row after the other.
 */
final class DigitRow {

    /** Letters that write three bytes in base64; in hexadecimal two letters write one byte. */
    static final int GROUP = 4;

    // Encoders break lines at 64 (PEM, RFC 7468) or 76 characters (MIME, RFC 2045); prose has no word that long.
    private static final int LINE_MIN = 60;

    // A path before an encoded name is cut off, at a few of its separators: this bounds the work on a long path.
    private static final int CUTS_MAX = 8;

    /** More places than this no row has. */
    static final int PLACES_MAX = GROUP + CUTS_MAX;

    private static final int STANDARD = 2;
    private static final int URL_SAFE = 4;
    private static final int BEYOND_HEX = 8;
    private static final byte[] KINDS = kinds();

    private String text = "";
    private int start;
    private int end;

    // Where in the row the characters stand last that only some alphabets have: they rule the others out before them.
    private int lastStandard;
    private int lastUrlSafe;
    private int lastBeyondHex;

    // Where it goes on after its first separators, and how many digits stand before that.
    private int separators;
    private final int[] afterSeparator = new int[CUTS_MAX];
    private final int[] digitsBefore = new int[CUTS_MAX];

    /** Reads the row that begins at a place, continued over line ends where the lines are those of an encoder. */
    void read(String text, int start) {
        this.text = text;
        this.start = start;
        lastStandard = -1;
        lastUrlSafe = -1;
        lastBeyondHex = -1;
        separators = 0;
        end = rowEnd();
    }

    private int rowEnd() {
        int lineStart = start;
        int between = 0;
        int i = lineEnd(start, 0);
        while (i - lineStart >= LINE_MIN) {
            int next = pastLineEnd(i);
            between += next - i;
            int lineEnd = next > i ? lineEnd(next, between) : next;
            if (lineEnd == next) {
                return i;
            }
            lineStart = next;
            i = lineEnd;
        }
        return i;
    }

    private int lineEnd(int from, int between) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            int kind = c < 128 ? KINDS[c] : 0;
            if (kind == 0) {
                return i;
            }
            if (kind != 1) {
                lastBeyondHex = i;
                sign(i, kind, between);
            }
            i++;
        }
        return i;
    }

    private void sign(int at, int kind, int between) {
        lastStandard = (kind & STANDARD) != 0 ? at : lastStandard;
        lastUrlSafe = (kind & URL_SAFE) != 0 ? at : lastUrlSafe;
        if ((kind & (STANDARD | URL_SAFE)) != 0 && separators < CUTS_MAX) {
            afterSeparator[separators] = pastLineEnd(at + 1);
            digitsBefore[separators] = at + 1 - start - between;
            separators++;
        }
    }

    private int pastLineEnd(int at) {
        return text.startsWith("\r\n", at) ? at + 2 : text.startsWith("\n", at) ? at + 1 : at;
    }

    String text() {
        return text;
    }

    int start() {
        return start;
    }

    /** One past the last character. */
    int end() {
        return end;
    }

    /** One past the padding. */
    int paddedEnd() {
        int padded = end;
        while (padded < end + 2 && padded < text.length() && text.charAt(padded) == '=') {
            padded++;
        }
        return padded;
    }

    /** How many places there are: the digits of the first group, then what comes after each separator. */
    int places() {
        return GROUP + cuts();
    }

    /** After how many separators there is room. */
    int cuts() {
        int cuts = separators;
        while (cuts > 0 && !hasRoom(GROUP + cuts - 1)) {
            cuts--;
        }
        return cuts;
    }

    /** The place after a separator, which may be one in the first group. */
    int cut(int index) {
        return digitsBefore[index] < GROUP ? digitsBefore[index] : GROUP + index;
    }

    /** Whether a place is in the first group, and has another number there. */
    boolean isAlias(int place) {
        return place >= GROUP && digitsBefore(place) < GROUP;
    }

    /** Where a place is in the text. */
    int at(int place) {
        return place < GROUP ? start + place : afterSeparator[place - GROUP];
    }

    /** How many digits stand before a place. */
    int digitsBefore(int place) {
        return place < GROUP ? place : digitsBefore[place - GROUP];
    }

    /** How many bytes the row writes from there on, at most. */
    int bytesFrom(int at, Spelling spelling) {
        return (end - at) * spelling.bits() / 8;
    }

    /** Whether something that is worth decoding has room from a place on. */
    boolean hasRoom(int place) {
        return end - at(place) >= TextHints.RUN_MIN;
    }

    /** Whether all characters from there on are digits of a spelling. */
    boolean isWrittenFrom(int at, Spelling spelling) {
        int lastOther =
                spelling == Spelling.HEX ? lastBeyondHex : spelling == Spelling.BASE64 ? lastUrlSafe : lastStandard;
        return lastOther < at;
    }

    /** Whether both alphabets of base64 have all the characters from there on. */
    boolean isPlainFrom(int at) {
        return lastUrlSafe < at && lastStandard < at;
    }

    /** Whether the end of the row is written in base64url. */
    boolean isUrlSafe() {
        return lastUrlSafe > lastStandard;
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
}
