package io.weir.engine.scan;

import io.weir.engine.scan.RuleProgram.Trigger;
import java.util.ArrayList;
import java.util.List;

/** Reads keys. Immutable and safe to share. */
final class KeyReader {

    private final Automaton automaton;
    private final Ending[] endings;

    KeyReader(Automaton automaton, Ending[] endings) {
        this.automaton = automaton;
        this.endings = endings;
    }

    /** What a key tells. */
    KeyReading read(String key) {
        List<Integer> contextWords = List.of();
        List<RuleProgram> named = List.of();
        int state = Automaton.START;
        for (int end = 1; end <= key.length(); end++) {
            state = automaton.step(state, key.charAt(end - 1));
            if (state < automaton.firstOutput()) {
                continue;
            }
            Ending ending = endings[state - automaton.firstOutput()];
            for (Trigger word : ending.words) {
                if (ContextHits.isWhole(key, end - word.length(), end)) {
                    contextWords = with(contextWords, word.word());
                }
            }
            for (Trigger trigger : ending.tries) {
                if (trigger.program() != null && KeyReading.names(trigger, trigger.program(), key, end)) {
                    named = with(named, trigger.program());
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
