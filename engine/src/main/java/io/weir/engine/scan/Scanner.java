package io.weir.engine.scan;

import io.weir.engine.rule.Rule;
import io.weir.engine.scan.RuleProgram.Trigger;
import io.weir.engine.scan.RuleProgram.Written;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Finds whatever fits the shape of any of many rules in one pass over a text. The pass runs one automaton over the
 * units and notes where literals end, which context words stand where and how words with digits start; then each note
 * has the rules tried that it stands for. The work is linear in the text: a note costs a bounded number of steps.
 *
 * <p>Immutable and safe to share; the memory it works in is not.
 */
public final class Scanner {

    private final Ending[] endings;
    private final Pass pass;
    private final KeyReader keys;
    private final RuleProgram[] programs;
    private final Offering offering;
    private final WrittenSearch written;
    private final NamedSearch named;
    private final MemoryPool memories;

    Scanner(
            Automaton automaton,
            Ending[] endings,
            RuleProgram[] programs,
            long[][] contexts,
            WordTable wordTable,
            int contextWords) {
        this.endings = endings;
        this.pass = new Pass(automaton, endings);
        this.keys = new KeyReader(automaton, endings);
        this.programs = programs;
        this.offering = new Offering(contexts);
        this.written = new WrittenSearch(wordTable, offering);
        this.named = new NamedSearch(offering);
        this.memories = new MemoryPool(() -> new ScanMemory(programs.length, contextWords, wordTable.width()));
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
        pass.over(memory);
        KeyReading reading = memory.readings.of(key, keys);
        memory.context.addOfKey(reading.contextWords());
        List<RuleProgram> wanted = reading.named();
        for (int i = 0; i < wanted.size(); i++) {
            WholeText.offer(wanted.get(i), offering, memory, sink);
        }
        memory.traits |= memory.context.isEmpty() ? 0 : Precheck.CONTEXT;
        boolean mayRepeat = memory.echoes.mayBeHeard();
        for (int i = 0; i < memory.noteCount; i++) {
            atNote(memory.notes[i], mayRepeat, memory, sink);
        }
        for (int i = 0; i < memory.wordCount; i++) {
            atWord(memory.words[i], mayRepeat, memory, sink);
        }
    }

    private void atNote(long note, boolean mayRepeat, ScanMemory memory, CandidateSink sink) {
        Ending ending = endings[(int) note];
        if (!ending.mayFit(memory)) {
            return;
        }
        int end = (int) (note >>> Integer.SIZE);
        if (!mayRepeat || ending.farTries.length == ending.tries.length) {
            atLiteral(ending.tries, end, memory, sink);
        } else if (memory.echoes.isEcho((int) note, end, ending.around)) {
            atLiteral(ending.farTries, end, memory, sink);
        } else {
            int turns = memory.turns();
            atLiteral(ending.tries, end, memory, sink);
            if (turns == memory.turns()) {
                memory.echoes.add((int) note, end);
            }
        }
    }

    private void atWord(int word, boolean mayRepeat, ScanMemory memory, CandidateSink sink) {
        if (!mayRepeat || !Echoes.mayTell(written.aroundWord())) {
            written.atWord(word, memory, sink);
        } else if (!memory.echoes.isEcho(Echoes.AT_WORD, word, written.aroundWord())) {
            int turns = memory.turns();
            written.atWord(word, memory, sink);
            if (turns == memory.turns()) {
                memory.echoes.add(Echoes.AT_WORD, word);
            }
        }
    }

    private void atLiteral(Trigger[] tries, int end, ScanMemory memory, CandidateSink sink) {
        for (Trigger trigger : tries) {
            if (trigger.precheck().mayFit(memory, end)) {
                search(trigger, end, memory, sink);
            }
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
}
