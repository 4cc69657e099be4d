package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.scan.RuleProgram.Written;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which programs to try at the start of a word with digits. A program has a bit; all of them are followed at once along
 * the text, and only the bits of those are left that may fit there. Safe to share.
 */
final class WordTable {

    private final Written[] programs;
    private final int width;
    private final long[] free;
    private final long[][] allowed;
    private final long[] contexts;
    private final Written[] led;
    private final CharSet leads;
    private final Surroundings around;
    private final WordWalk every;
    private final WordWalk everyLed;
    private final WordWalk unconditional;
    private final WordWalk unconditionalLed;

    private WordTable(Builder builder, int contextWords, Surroundings context) {
        List<Entry> entries = builder.entries;
        this.programs = entries.stream().map(Entry::program).toArray(Written[]::new);
        this.led = builder.led.toArray(Written[]::new);
        this.width = (programs.length + Long.SIZE - 1) / Long.SIZE;
        this.free = new long[width];
        this.allowed = new long[contextWords][width];
        this.contexts = new long[(contextWords + Long.SIZE - 1) / Long.SIZE];
        for (int bit = 0; bit < programs.length; bit++) {
            allow(bit, entries.get(bit).context);
        }
        this.around = around(context);
        CharSet signs = WordStart.ALNUM.not();
        CharSet any = signs.or(WordStart.ALNUM);
        this.leads = entries.stream()
                .filter(Entry::leadIn)
                .map(entry -> entry.program.outline().first())
                .reduce(WordStart.ALNUM, CharSet::or)
                .and(signs);
        this.every = walk(entries, entry -> true, any);
        this.everyLed = walk(entries, Entry::leadIn, signs);
        this.unconditional = walk(entries, entry -> entry.context == null, any);
        this.unconditionalLed = walk(entries, entry -> entry.leadIn && entry.context == null, signs);
    }

    private void allow(int bit, @Nullable BitSet context) {
        long mask = 1L << bit;
        if (context == null) {
            free[bit >> 6] |= mask;
        } else {
            context.stream().forEach(word -> {
                allowed[word][bit >> 6] |= mask;
                contexts[word >> 6] |= 1L << word;
            });
        }
    }

    private Surroundings around(Surroundings context) {
        int before = WordStart.LETTERS_MAX + 2;
        Surroundings word = new Surroundings(
                context.before() + before, context.behind() + WrittenSearch.WORD_REACH + WordWalk.DEPTH);
        Surroundings matches = Stream.of(programs, led)
                .flatMap(Stream::of)
                .map(program -> Surroundings.ofMatch(program, context))
                .reduce(Surroundings.NONE, Surroundings::or);
        return word.or(new Surroundings(matches.before() + before, matches.behind()));
    }

    private WordWalk walk(List<Entry> entries, Predicate<Entry> wanted, CharSet start) {
        List<Followed> followed = new ArrayList<>();
        for (int bit = 0; bit < entries.size(); bit++) {
            Written program = entries.get(bit).program;
            if (wanted.test(entries.get(bit))) {
                followed.add(Followed.of(program.shape().expression(), program.outline(), bit, start));
            }
        }
        return new WordWalk(followed, width, WordWalk.STATES_MAX);
    }

    /** How many numbers hold a bit for each program. */
    int width() {
        return width;
    }

    /** How far around a word it may matter what stands in the text. */
    Surroundings around() {
        return around;
    }

    /** The program of a bit. */
    Written program(int bit) {
        return programs[bit];
    }

    /** Bits of the context words without one of which some program finds nothing; not to be changed. */
    long[] contexts() {
        return contexts;
    }

    /** Sets bits to those of the programs that need no context word. */
    void allowFree(long[] bits) {
        System.arraycopy(free, 0, bits, 0, width);
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

    /** Whether a match may start with this unit right before a word: a bracket, a sign. */
    boolean mayLead(char unit) {
        return leads.contains(unit);
    }

    /**
     * Adds the bits of the programs that may fit at the start of a word.
     *
     * @param inContext whether a context word is near that a program needs
     * @return whether any may
     */
    boolean fitting(TextView text, int word, boolean inContext, long[] bits) {
        return (inContext ? every : unconditional).follow(text, word, bits);
    }

    /** The same for the unit before a word. */
    boolean fittingBefore(TextView text, int word, boolean inContext, long[] bits) {
        return (inContext ? everyLed : unconditionalLed).follow(text, word - 1, bits);
    }

    /**
     * A program that is found by a word.
     *
     * @param leadIn whether its matches may start one unit before the word
     * @param context the context words of which it needs one; null where it needs none
     */
    private record Entry(
            Written program, boolean leadIn, @Nullable BitSet context) {}

    /** Gathers programs. */
    static final class Builder {

        private final List<Entry> entries = new ArrayList<>();
        private final List<Written> led = new ArrayList<>();

        /**
         * Adds a program.
         *
         * @param leadIn whether its matches may start one unit before the word
         * @param context the context words of which it needs one; null where it needs none
         */
        void add(Written program, boolean leadIn, @Nullable BitSet context) {
            entries.add(new Entry(program, leadIn, context));
        }

        void addLed(Written program) {
            led.add(program);
        }

        WordTable build(int contextWords, Surroundings context) {
            return new WordTable(this, contextWords, context);
        }
    }
}
