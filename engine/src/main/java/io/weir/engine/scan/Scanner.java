package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import io.weir.engine.rule.Name;
import io.weir.engine.rule.Rule;
import io.weir.engine.rule.Words;
import io.weir.engine.scan.RuleProgram.Assigned;
import io.weir.engine.scan.RuleProgram.Near;
import io.weir.engine.scan.RuleProgram.Trigger;
import io.weir.engine.scan.RuleProgram.Written;
import io.weir.engine.validate.Ascii;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Finds whatever fits the shape of any of many rules in one pass over a text. The pass runs one automaton over the units
 * and notes where literals end, which context words stand where and how words with digits start; then each note has the
 * rules tried that it stands for. The work is linear in the text: a note costs a bounded number of steps.
 *
 * <p>Immutable and safe to share; the memory it works in is not.
 */
public final class Scanner {

    // Most units from the start of a word to the end of a value that is found by it and needs context.
    private static final int WORD_REACH = 128;

    private final Automaton automaton;
    private final Trigger[] triggers;
    private final RuleProgram[] programs;
    private final long[][] contexts;
    private final WordTable wordTable;
    private final MemoryPool memories;

    Scanner(
            Automaton automaton,
            Trigger[] triggers,
            RuleProgram[] programs,
            long[][] contexts,
            WordTable wordTable,
            int contextWords) {
        this.automaton = automaton;
        this.triggers = triggers;
        this.programs = programs;
        this.contexts = contexts;
        this.wordTable = wordTable;
        this.memories = new MemoryPool(() -> new ScanMemory(programs.length, contextWords));
    }

    /**
     * Compiles rules.
     *
     * @throws IllegalArgumentException if one can be found by nothing, or fits texts of any length
     */
    public static Scanner of(List<Rule> rules) {
        return of(rules, (rule, problem) -> {
            throw new IllegalArgumentException("rule " + rule.id() + ": " + problem);
        });
    }

    /**
     * Compiles the rules that can be compiled.
     *
     * @param refused told of each of the others, and why
     */
    public static Scanner of(List<Rule> rules, BiConsumer<Rule, String> refused) {
        return new ScannerCompiler().compile(rules, refused);
    }

    /** How a rule was compiled, in a word: {@code runs} or {@code backtracking}. */
    public String compiledTo(Rule rule) {
        for (RuleProgram program : programs) {
            if (program.rule().equals(rule)) {
                return program.value().word();
            }
        }
        throw new IllegalArgumentException("the scanner does not know the rule " + rule.id());
    }

    /** Takes memory to scan with. It is to be closed. */
    public Session open() {
        return new Session(this, memories.take());
    }

    /** Scans texts, one after the other. Used by one thread. */
    public static final class Session implements AutoCloseable {

        private final Scanner scanner;
        private final ScanMemory memory;

        private Session(Scanner scanner, ScanMemory memory) {
            this.scanner = scanner;
            this.memory = memory;
        }

        /**
         * Offers all candidates of a text.
         *
         * @param key of the leaf
         * @return how many searches had to be stopped because they took too many steps; 0 is the rule
         */
        public int scan(CharSequence text, String key, CandidateSink sink) {
            try {
                memory.load(text, key);
                scanner.scan(memory, sink);
                return memory.attempt.stopped();
            } finally {
                memory.clear();
            }
        }

        @Override
        public void close() {
            scanner.memories.giveBack(memory);
        }
    }

    private void scan(ScanMemory memory, CandidateSink sink) {
        pass(memory);
        readKey(memory, sink);
        for (int i = 0; i < memory.hitCount; i += 2) {
            for (int number : automaton.endingIn(memory.hits[i + 1])) {
                Trigger trigger = triggers[number];
                if (trigger.program() != null) {
                    fire(trigger, trigger.program(), memory.hits[i], memory, sink);
                }
            }
        }
        for (int i = 0; i < memory.wordCount; i += 2) {
            fireWord(memory, memory.words[i], memory.words[i + 1], sink);
        }
    }

    private void fireWord(ScanMemory memory, int start, int form, CandidateSink sink) {
        for (int number : wordTable.free(form)) {
            fire((Written) programs[number], memory, start, sink);
        }
        int[] conditional = wordTable.conditional(form);
        if (conditional.length > 0 && memory.context.anyInReach(start, start + WORD_REACH)) {
            for (int number : conditional) {
                fire((Written) programs[number], memory, start, sink);
            }
        }
        if (isLed(memory.text.units, start)) {
            fireLed(memory, start, sink);
        }
    }

    /** Whether a word of digits has a letter and then a blank or a hyphen before it. */
    private static boolean isLed(char[] text, int word) {
        return word > 1
                && Ascii.isDigit(text[word])
                && (text[word - 1] == ' ' || text[word - 1] == '-')
                && Ascii.isLetter(text[word - 2]);
    }

    private void fireLed(ScanMemory memory, int word, CandidateSink sink) {
        char[] text = memory.text.units;
        for (int number : wordTable.led()) {
            Written program = (Written) programs[number];
            int first = Math.max(0, word - program.most());
            for (int start = first; start < word - 1; start++) {
                boolean wordStart =
                        Ascii.isLetter(text[start]) && (start == 0 || !Ascii.isLetterOrDigit(text[start - 1]));
                if (wordStart && isPossible(program, memory) && tryAt(program, start, memory, sink) > 0) {
                    break;
                }
            }
        }
    }

    private void pass(ScanMemory memory) {
        char[] text = memory.text.units;
        int length = memory.text.length;
        byte[] classes = automaton.classes();
        char[] next = automaton.next();
        int firstOutput = automaton.firstOutput();
        int state = Automaton.START;
        int wordEnd = 0;
        for (int i = 0; i < length; i++) {
            char unit = text[i];
            state = next[state << Automaton.CLASS_BITS | (unit < 128 ? classes[unit] : 0)];
            if (state >= firstOutput) {
                note(memory, state, i + 1);
            }
            if (unit <= '9' && unit >= '0' && i >= wordEnd) {
                wordEnd = DigitWord.note(memory, i);
            }
        }
    }

    private void note(ScanMemory memory, int state, int end) {
        boolean fires = false;
        for (int number : automaton.endingIn(state)) {
            Trigger trigger = triggers[number];
            if (trigger.word() < 0) {
                fires = true;
            } else {
                memory.context.add(memory.text.units, memory.text.length, end - trigger.length(), end, trigger.word());
            }
        }
        if (fires) {
            memory.addHit(end, state);
        }
    }

    private void readKey(ScanMemory memory, CandidateSink sink) {
        char[] key = memory.key.units;
        int length = memory.key.length;
        int state = Automaton.START;
        for (int i = 0; i < length; i++) {
            state = automaton.step(state, key[i]);
            if (state >= automaton.firstOutput()) {
                for (int number : automaton.endingIn(state)) {
                    Trigger trigger = triggers[number];
                    if (trigger.word() >= 0) {
                        memory.context.addInKey(key, length, i + 1 - trigger.length(), i + 1, trigger.word());
                    }
                }
            }
        }
        offerWholes(memory, sink);
    }

    /** Offers the text as a whole where its key tells what it is. */
    private void offerWholes(ScanMemory memory, CandidateSink sink) {
        int state = Automaton.START;
        for (int i = 0; i < memory.key.length; i++) {
            state = automaton.step(state, memory.key.units[i]);
            if (state >= automaton.firstOutput()) {
                for (int number : automaton.endingIn(state)) {
                    WholeText.offer(triggers[number], i + 1, this, memory, sink);
                }
            }
        }
    }

    private void fire(Trigger trigger, RuleProgram program, int end, ScanMemory memory, CandidateSink sink) {
        if (!isPossible(program, memory)) {
            return;
        }
        if (program instanceof Written written) {
            fire(written, end - trigger.length(), memory, sink);
            return;
        }
        int start = end - trigger.length();
        Name name = trigger.name();
        if (start < memory.resume(program.number()) || name == null || !name.fits(memory.text, start, end)) {
            return;
        }
        if (program instanceof Assigned assigned) {
            fire(assigned, start, end, memory, sink);
        } else {
            fire((Near) program, start, end, memory, sink);
        }
    }

    private void fire(Written program, int literal, ScanMemory memory, CandidateSink sink) {
        int first = Math.max(literal - program.most(), memory.resume(program.number()));
        if (program.run() != null) {
            first = Math.max(first, runStart(program.run(), memory.text.units, literal, first));
        }
        for (int start = Math.max(0, first); start <= literal - program.least(); start++) {
            int behind = tryAt(program, start, memory, sink);
            start = Math.max(start, behind - 1);
        }
    }

    private void fire(Written program, ScanMemory memory, int word, CandidateSink sink) {
        if (program.leadIn() && word > 0 && tryAt(program, word - 1, memory, sink) > 0) {
            return;
        }
        tryAt(program, word, memory, sink);
    }

    private static int runStart(CharSet run, char[] text, int literal, int first) {
        int start = literal;
        while (start > first && start > 0 && run.contains(text[start - 1])) {
            start--;
        }
        return start;
    }

    private int tryAt(Written program, int start, ScanMemory memory, CandidateSink sink) {
        if (start < memory.resume(program.number())
                || !program.canStartAt(memory.text, start)
                || !isContextInReach(program, start, memory)
                || !program.value().fits(memory, start, memory.found)) {
            return -1;
        }
        return offer(program, start, memory.found.start, memory.found.end, memory, sink);
    }

    private void fire(Assigned program, int nameStart, int nameEnd, ScanMemory memory, CandidateSink sink) {
        int last = Math.min(memory.text.length, nameEnd + program.shape().tail());
        for (int at = nameEnd; at <= last; at++) {
            if (at > nameEnd && !isTail(memory.text.units[at - 1])) {
                return;
            }
            if (valueBehind(program, at, memory)) {
                int start = Words.nameStart(memory.text, nameStart);
                boolean named =
                        (program.words().isEmpty() || program.words().anyIn(memory.text, start, memory.found.start))
                                && !program.stopNames().anyIn(memory.text, start, memory.found.start);
                if (named) {
                    offer(program, nameStart, memory.found.start, memory.found.end, memory, sink);
                }
                return;
            }
        }
    }

    private static boolean valueBehind(Assigned program, int nameEnd, ScanMemory memory) {
        SeparatorReader separators = memory.separators;
        int code = separators.code(nameEnd);
        if (code >= 0 && program.value().fits(memory, code, memory.found)) {
            return true;
        }
        int flag = separators.flag(nameEnd);
        if (flag >= 0 && program.value().fits(memory, flag, memory.found)) {
            return true;
        }
        return program.shape().prose() && program.value().fits(memory, separators.sentence(nameEnd), memory.found);
    }

    private void fire(Near program, int nameStart, int nameEnd, ScanMemory memory, CandidateSink sink) {
        int wordStart = Words.nameStart(memory.text, nameStart);
        int last = Math.min(memory.text.length - 1, nameEnd + program.shape().within());
        char[] units = memory.text.units;
        for (int at = nameEnd; at <= last; at++) {
            if (program.first().contains(units[at])
                    && isValueStart(units, at)
                    && program.value().fits(memory, at, memory.found)
                    && memory.found.end > at
                    && (program.words().isEmpty() || program.words().anyIn(memory.text, wordStart, at))
                    && offer(program, nameStart, memory.found.start, memory.found.end, memory, sink) > 0) {
                return;
            }
        }
    }

    // What the expression of a near value begins with, told quickly: no word before it, or an escape.
    private static boolean isValueStart(char[] units, int at) {
        char before = units[at - 1];
        return !isTail(before) || before == ' ' || before == '.' || before == '-' || (at > 1 && units[at - 2] == '\\');
    }

    private static boolean isTail(char unit) {
        return (unit >= '0' && unit <= '9')
                || ((unit | 32) >= 'a' && (unit | 32) <= 'z' && unit < 128)
                || unit == '_'
                || unit == '.'
                || unit == ' '
                || unit == '-';
    }

    /** Whether the words are there without which a rule finds nothing. */
    boolean isPossible(RuleProgram program, ScanMemory memory) {
        return !program.rule().context().required() || memory.context.any(contexts[program.number()]);
    }

    /** The same for a match that starts here: whether they are near enough. */
    private boolean isContextInReach(Written program, int start, ScanMemory memory) {
        return !program.rule().context().required()
                || memory.context.inReach(contexts[program.number()], start, start + program.length());
    }

    int offer(RuleProgram program, int matchStart, int start, int end, ScanMemory memory, CandidateSink sink) {
        if (start == end) {
            return -1;
        }
        Rule rule = program.rule();
        boolean inContext =
                !rule.context().words().isEmpty() && memory.context.near(contexts[program.number()], start, end);
        if (rule.context().required() && !inContext) {
            return -1;
        }
        int behind = sink.take(rule, start, end, inContext);
        if (behind > 0) {
            memory.resumeAt(program.number(), Math.max(behind, matchStart + 1));
        }
        return behind;
    }
}
