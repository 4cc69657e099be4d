package io.weir.engine.scan;

import io.weir.engine.rule.Rule;
import io.weir.engine.scan.RuleProgram.Trigger;
import io.weir.engine.scan.RuleProgram.Written;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Finds whatever fits the shape of any of many rules in one pass over a text. The pass runs one automaton over the units
 * and notes where literals end, which context words stand where and how words with digits start; then each note has the
 * rules tried that it stands for. The work is linear in the text: a note costs a bounded number of steps.
 *
 * <p>Immutable and safe to share; the memory it works in is not.
 */
public final class Scanner {

    private static final Trigger[] NONE = {};

    private final Automaton automaton;
    private final Trigger[][] firing;
    private final Trigger[][] words;
    private final RuleProgram[] programs;
    private final Offering offering;
    private final WrittenSearch written;
    private final NamedSearch named;
    private final MemoryPool memories;

    Scanner(
            Automaton automaton,
            Trigger[] triggers,
            RuleProgram[] programs,
            long[][] contexts,
            WordTable wordTable,
            int contextWords) {
        this.automaton = automaton;
        this.firing = endings(automaton, triggers, trigger -> trigger.word() < 0);
        this.words = endings(automaton, triggers, trigger -> trigger.word() >= 0);
        this.programs = programs;
        this.offering = new Offering(contexts);
        this.written = new WrittenSearch(wordTable, offering);
        this.named = new NamedSearch(offering);
        this.memories = new MemoryPool(() -> new ScanMemory(programs.length, contextWords, wordTable.width()));
    }

    /** Those of the wanted triggers that end in each state in which one does, from the first of them on. */
    private static Trigger[][] endings(Automaton automaton, Trigger[] triggers, Predicate<Trigger> wanted) {
        Trigger[][] endings = new Trigger[automaton.outputCount()][];
        for (int i = 0; i < endings.length; i++) {
            Trigger[] ending = Arrays.stream(automaton.endingIn(automaton.firstOutput() + i))
                    .mapToObj(number -> triggers[number])
                    .filter(wanted)
                    .toArray(Trigger[]::new);
            endings[i] = ending.length == 0 ? NONE : ending;
        }
        return endings;
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
                memory.load(text);
                scanner.scan(memory, key, sink);
                return memory.attempt.stopped();
            } finally {
                memory.reset();
            }
        }

        @Override
        public void close() {
            memory.clear();
            scanner.memories.giveBack(memory);
        }
    }

    private void scan(ScanMemory memory, String key, CandidateSink sink) {
        pass(memory);
        KeyReading reading = memory.reading(key);
        if (reading == null) {
            reading = read(key);
            memory.keep(reading);
        }
        memory.context.addOfKey(reading.contextWords());
        List<RuleProgram> wanted = reading.named();
        for (int i = 0; i < wanted.size(); i++) {
            WholeText.offer(wanted.get(i), offering, memory, sink);
        }
        memory.traits |= memory.context.isEmpty() ? 0 : Precheck.CONTEXT;
        for (int i = 0; i < memory.hitCount; i += 2) {
            for (Trigger trigger : firing[memory.hits[i + 1]]) {
                if (trigger.precheck().mayFit(memory, memory.hits[i])) {
                    search(trigger, memory.hits[i], memory, sink);
                }
            }
        }
        for (int i = 0; i < memory.wordCount; i++) {
            written.atWord(memory.words[i], memory, sink);
        }
    }

    private void search(Trigger trigger, int end, ScanMemory memory, CandidateSink sink) {
        RuleProgram program = trigger.program();
        if (program instanceof Written writtenProgram) {
            written.atLiteral(trigger, writtenProgram, end - trigger.length(), memory, sink);
        } else if (program != null) {
            named.behindName(trigger, program, end, memory, sink);
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
        long seen = 0;
        int solid = 0;
        int longest = 0;
        for (int i = 0; i < length; i++) {
            char unit = text[i];
            int unitClass = unit < 128 ? classes[unit] : 0;
            seen |= 1L << unitClass;
            // Without a branch, which would be taken wrongly at most blanks: all bits are set where the unit is none.
            solid = (solid + 1) & ((' ' - unit) >> (Integer.SIZE - 1));
            longest = Math.max(longest, solid);
            state = next[state << Automaton.CLASS_BITS | unitClass];
            if (state >= firstOutput) {
                note(memory, state - firstOutput, i + 1);
            }
            if (unit <= '9' && unit >= '0' && i >= wordEnd) {
                wordEnd = DigitWord.note(memory, i);
            }
        }
        memory.traits = seen & ~Precheck.CONTEXT;
        memory.solid = longest;
    }

    private void note(ScanMemory memory, int output, int end) {
        for (Trigger word : words[output]) {
            memory.context.add(memory.text, end - word.length(), end, word.word());
        }
        if (firing[output].length > 0) {
            memory.addHit(end, output);
        }
    }

    private KeyReading read(String key) {
        List<Integer> contextWords = List.of();
        List<RuleProgram> named = List.of();
        int state = Automaton.START;
        for (int end = 1; end <= key.length(); end++) {
            state = automaton.step(state, key.charAt(end - 1));
            if (state >= automaton.firstOutput()) {
                int output = state - automaton.firstOutput();
                for (Trigger word : words[output]) {
                    if (ContextHits.isWhole(key, end - word.length(), end)) {
                        contextWords = with(contextWords, word.word());
                    }
                }
                for (Trigger trigger : firing[output]) {
                    if (trigger.program() != null && KeyReading.names(trigger, trigger.program(), key, end)) {
                        named = with(named, trigger.program());
                    }
                }
            }
        }
        return new KeyReading(key, contextWords, named);
    }

    // Most keys tell nothing, and then nothing is made.
    private static <T> List<T> with(List<T> some, T one) {
        if (some.contains(one)) {
            return some;
        }
        List<T> more = new ArrayList<>(some);
        more.add(one);
        return more;
    }
}
