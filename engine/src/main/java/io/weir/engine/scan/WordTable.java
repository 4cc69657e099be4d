package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.scan.RuleProgram.Written;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which programs to try at the start of a word with digits. A program has a bit; how the word starts, and each unit in
 * and around its start, leave only the bits of those programs that may fit there. Immutable and safe to share.
 */
final class WordTable {

    // More places leave hardly fewer programs.
    private static final int PLACES = 14;
    private static final int BEYOND_ASCII = 128;
    private static final int BEYOND_TEXT = 129;
    private static final int UNITS = 130;
    private static final int FORM_DIGITS = WordStart.DIGITS_MAX + 1;
    private static final int FORM_LETTERS = FORM_DIGITS * WordEnding.KINDS;

    private final Written[] programs;
    private final int[] leadIns;
    private final int width;
    private final long[] byForm;
    private final long[] behind;
    private final long[] byPlace;
    private final long[] conditional;
    private final long[][] allowed;
    private final Written[] led;

    private WordTable(Builder builder, int contextWords) {
        List<Entry> entries = builder.entries.stream()
                .sorted(Comparator.comparing(entry -> entry.context != null))
                .toList();
        this.programs = entries.stream().map(Entry::program).toArray(Written[]::new);
        this.leadIns = entries.stream().mapToInt(Entry::leadIn).toArray();
        this.led = builder.led.toArray(Written[]::new);
        this.width = (programs.length + Long.SIZE - 1) / Long.SIZE;
        this.byForm = new long[form(WordStart.LETTERS_MAX + 1, 0, 0) * width];
        this.behind = new long[UNITS * width];
        this.byPlace = new long[PLACES * UNITS * width];
        this.conditional = new long[width];
        this.allowed = new long[contextWords][width];
        for (int bit = 0; bit < programs.length; bit++) {
            fill(bit, entries.get(bit));
        }
    }

    /** How many numbers hold a bit for each program. */
    int width() {
        return width;
    }

    /** The program of a bit. */
    Written program(int bit) {
        return programs[bit];
    }

    /** How many units before the word a match starts of the program of a bit: 0, or 1 for a bracket or a sign. */
    int leadIn(int bit) {
        return leadIns[bit];
    }

    /** The bits of the programs that find nothing without a context word, of 64 programs. */
    long conditional(int index) {
        return conditional[index];
    }

    /** Adds the bits of the programs that find something only near a context word, or others like it. */
    void allow(int contextWord, long[] bits) {
        long[] more = allowed[contextWord];
        for (int i = 0; i < more.length; i++) {
            bits[i] |= more[i];
        }
    }

    /** Programs for a word of digits behind a letter and a blank or a hyphen: B-AB 1234. */
    Written[] led() {
        return led;
    }

    /**
     * How a word starts, as one number.
     *
     * @param letters before the first digit, at most {@link WordStart#LETTERS_MAX}
     * @param digits in a row, at most {@link WordStart#DIGITS_MAX}
     * @param kind of what stands behind them
     */
    static int form(int letters, int digits, int kind) {
        return letters * FORM_LETTERS + digits * WordEnding.KINDS + kind;
    }

    /**
     * The bits of the programs that may fit at a word, of 64 programs.
     *
     * @param index of the 64, below {@link #width()}
     * @param wanted the programs to look at
     */
    long fitting(int index, TextView text, int word, int form, long wanted) {
        long bits = byForm[form * width + index] & wanted;
        if (bits != 0 && word > 0) {
            bits &= behind[unit(text, word - 1) * width + index];
        }
        // The form tells of the first places already, so that those behind leave the fewest.
        int untold = Math.min(PLACES, form / FORM_LETTERS + form / WordEnding.KINDS % FORM_DIGITS);
        bits = fittingAt(index, text, word, bits, untold, PLACES);
        return fittingAt(index, text, word, bits, 0, untold);
    }

    private long fittingAt(int index, TextView text, int word, long fitting, int from, int to) {
        long bits = fitting;
        for (int place = from; place < to && bits != 0; place++) {
            bits &= byPlace[(place * UNITS + unit(text, word + place)) * width + index];
        }
        return bits;
    }

    private static int unit(TextView text, int at) {
        if (at >= text.length) {
            return BEYOND_TEXT;
        }
        return Math.min(text.units[at], BEYOND_ASCII);
    }

    private void fill(int bit, Entry entry) {
        long mask = 1L << bit;
        int index = bit / Long.SIZE;
        if (entry.context != null) {
            conditional[index] |= mask;
            entry.context.stream().forEach(word -> allowed[word][index] |= mask);
        }
        for (int letters = 0; letters <= WordStart.LETTERS_MAX; letters++) {
            fillForms(index, mask, entry, letters);
        }
        Outline outline = entry.program.outline();
        for (int unit = 0; unit < UNITS; unit++) {
            boolean mayBeBehind = entry.leadIn > 0 ? mayHave(outline, 0, unit) : !holdsAll(outline.notBefore(), unit);
            behind[unit * width + index] |= mayBeBehind ? mask : 0;
            for (int place = 0; place < PLACES; place++) {
                boolean may = mayHave(outline, place + entry.leadIn, unit);
                byPlace[(place * UNITS + unit) * width + index] |= may ? mask : 0;
            }
        }
    }

    private void fillForms(int index, long mask, Entry entry, int letters) {
        WordStart start = entry.start;
        int most = start.digitsMax(entry.leadIn, letters);
        for (int digits = start.digitsMin(entry.leadIn, letters); digits <= most; digits++) {
            for (int kind = 0; kind < WordEnding.KINDS; kind++) {
                if (digits == WordStart.DIGITS_MAX || start.mayEndIn(entry.leadIn, letters, digits, kind)) {
                    byForm[form(letters, digits, kind) * width + index] |= mask;
                }
            }
        }
    }

    private static boolean mayHave(Outline outline, int place, int unit) {
        if (place >= outline.told()) {
            return true;
        }
        CharSet set = outline.at(place);
        return unit < BEYOND_ASCII
                ? set.contains((char) unit)
                : unit == BEYOND_ASCII && (set.others() || !set.named().isEmpty());
    }

    private static boolean holdsAll(CharSet set, int unit) {
        return unit < BEYOND_ASCII ? set.contains((char) unit) : unit == BEYOND_ASCII && set.others();
    }

    /**
     * A program that is found by a word.
     *
     * @param leadIn units before the word that its matches start
     * @param context the context words of which it needs one; null where it needs none
     */
    private record Entry(
            Written program,
            WordStart start,
            int leadIn,
            @Nullable BitSet context) {}

    /** Gathers programs. */
    static final class Builder {

        private final List<Entry> entries = new ArrayList<>();
        private final List<Written> led = new ArrayList<>();

        void add(Written program, WordStart start, @Nullable BitSet context) {
            if (start.hasLeadIn()) {
                entries.add(new Entry(program, start, 1, context));
            }
            entries.add(new Entry(program, start, 0, context));
        }

        void addLed(Written program) {
            led.add(program);
        }

        WordTable build(int contextWords) {
            return new WordTable(this, contextWords);
        }
    }
}
