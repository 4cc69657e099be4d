package io.weir.engine.scan;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/** Which context words stand where in a text and in its key. Used by one thread. */
final class ContextHits {

    private static final int REACH_BEFORE = 80;
    private static final int REACH_AFTER = 40;
    private static final int LABEL_MAX = 60;

    private final long[] inText;
    private final long[] inKey;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] words = new int[64];
    private int count;
    private boolean keyed;

    /**
     * How far around a value it may matter what stands in the text.
     *
     * @param wordMax units of a context word, at most
     */
    static Surroundings surroundings(int wordMax) {
        return new Surroundings(REACH_BEFORE + wordMax + 2 * LABEL_MAX + 2, REACH_AFTER + wordMax + 2);
    }

    ContextHits(int words) {
        this.inText = new long[(words + 63) / 64];
        this.inKey = new long[(words + 63) / 64];
    }

    void clear() {
        if (count > 0) {
            Arrays.fill(inText, 0);
            count = 0;
        }
        if (keyed) {
            Arrays.fill(inKey, 0);
            keyed = false;
        }
    }

    void addOfKey(List<Integer> keyWords) {
        for (int i = 0; i < keyWords.size(); i++) {
            int word = keyWords.get(i);
            inKey[word >> 6] |= 1L << word;
            keyed = true;
        }
    }

    void add(TextView text, int start, int end, int word) {
        if (!isWhole(text, start, end) || isInLabel(text.units, start)) {
            return;
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            words = Arrays.copyOf(words, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        words[count++] = word;
        inText[word >> 6] |= 1L << word;
    }

    /** Whether no context word stands in the text or its key. */
    boolean isEmpty() {
        return count == 0 && !keyed;
    }

    /** Whether any of some words stands in the key or anywhere in the text. */
    boolean any(long[] wanted) {
        if (count == 0 && !keyed) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((wanted[i] & (inText[i] | inKey[i])) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Names each context word of the text and of its key, at least once. */
    void forEachWord(IntConsumer action) {
        for (int i = 0; i < inText.length; i++) {
            for (long words = inText[i] | inKey[i]; words != 0; words &= words - 1) {
                action.accept(i * Long.SIZE + Long.numberOfTrailingZeros(words));
            }
        }
    }

    /** Whether any of some words stands in the key, up to 80 units before a value or up to 40 behind it. */
    boolean near(long[] wanted, int start, int end) {
        if (isEmpty()) {
            return false;
        }
        if (isInKey(wanted)) {
            return true;
        }
        for (int i = firstEndingAfter(start - REACH_BEFORE); i < count; i++) {
            int word = words[i];
            if (ends[i] > end + REACH_AFTER) {
                return false;
            }
            boolean before = starts[i] >= start - REACH_BEFORE && ends[i] <= start;
            boolean after = starts[i] >= end;
            if ((before || after) && (wanted[word >> 6] >>> word & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@link #near} could be true for a value that lies between two places. */
    boolean inReach(long[] wanted, int from, int to) {
        if (isEmpty()) {
            return false;
        }
        if (isInKey(wanted)) {
            return true;
        }
        for (int i = firstEndingAfter(from - REACH_BEFORE); i < count && starts[i] < (long) to + REACH_AFTER; i++) {
            if ((wanted[words[i] >> 6] >>> words[i] & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isInKey(long[] wanted) {
        for (int i = 0; keyed && i < wanted.length; i++) {
            if ((wanted[i] & inKey[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    // Words are added in the order of their ends.
    private int firstEndingAfter(int place) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether a word is not part of a longer one; steps to a capital part words too. */
    static boolean isWhole(CharSequence text, int start, int end) {
        return isBorder(text, start) && isBorder(text, end);
    }

    private static boolean isBorder(CharSequence text, int at) {
        if (at == 0 || at == text.length()) {
            return true;
        }
        char before = text.charAt(at - 1);
        char behind = text.charAt(at);
        return !isLetter(before) || !isLetter(behind) || (isCapital(behind) && !isCapital(before));
    }

    // What a redaction left behind names a rule, and rules are named after such words: [REDACTED:us-ssn].
    private static boolean isInLabel(char[] text, int start) {
        int at = start - 1;
        while (at >= 0 && start - at < LABEL_MAX && isLabelPart(text[at])) {
            at--;
        }
        if (at < 1 || text[at] != ':') {
            return false;
        }
        int capital = at - 1;
        while (capital >= 0 && at - capital < LABEL_MAX && isCapital(text[capital])) {
            capital--;
        }
        return capital >= 0 && capital < at - 1 && text[capital] == '[';
    }

    private static boolean isLabelPart(char unit) {
        return (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9') || unit == '-';
    }

    private static boolean isLetter(char unit) {
        return (unit | 32) >= 'a' && (unit | 32) <= 'z' && unit < 128;
    }

    private static boolean isCapital(char unit) {
        return unit >= 'A' && unit <= 'Z';
    }
}
