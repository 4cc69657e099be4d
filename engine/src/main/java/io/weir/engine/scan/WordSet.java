package io.weir.engine.scan;

import io.weir.engine.rule.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some words, of which one is looked for in a part of a text. Immutable and safe to share. */
final class WordSet {

    private final List<String> words;
    private final @Nullable Automaton automaton;

    /** A set of words in lower case. */
    WordSet(List<String> words) {
        this.words = List.copyOf(words);
        this.automaton = words.stream().allMatch(WordSet::isPlain) ? automaton(words) : null;
    }

    private static boolean isPlain(String word) {
        return !word.isEmpty() && word.chars().allMatch(unit -> unit < 128);
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

    /** Whether any of the words stands in a name, letter case ignored. */
    boolean anyIn(String name) {
        if (automaton == null) {
            return Words.anyIn(words, name, 0, name.length());
        }
        int state = Automaton.START;
        for (int i = 0; i < name.length(); i++) {
            state = automaton.step(state, name.charAt(i));
            if (state >= automaton.firstOutput()) {
                return true;
            }
        }
        return false;
    }
}
