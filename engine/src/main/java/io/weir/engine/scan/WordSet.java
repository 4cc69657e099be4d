package io.weir.engine.scan;

import io.weir.engine.rule.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some words, of which one is looked for in a part of a text. Immutable and safe to share. */
final class WordSet {

    // For fewer words an automaton costs more than it saves.
    private static final int PLAIN_MAX = 6;

    private final List<String> words;
    private final @Nullable Automaton automaton;

    /** A set of words in lower case, of ASCII. */
    WordSet(List<String> words) {
        this.words = words;
        this.automaton = words.size() <= PLAIN_MAX ? null : automaton(words);
    }

    private static Automaton automaton(List<String> words) {
        AutomatonBuilder builder = new AutomatonBuilder();
        for (int i = 0; i < words.size(); i++) {
            builder.add(words.get(i), i);
        }
        return builder.build();
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether any of the words stands between two places of a text, letter case ignored. */
    boolean anyIn(TextView text, int start, int end) {
        if (automaton == null) {
            return Words.anyIn(words, text, start, end);
        }
        int state = Automaton.START;
        for (int i = start; i < end; i++) {
            state = automaton.step(state, text.units[i]);
            if (state >= automaton.firstOutput()) {
                return true;
            }
        }
        return false;
    }
}
