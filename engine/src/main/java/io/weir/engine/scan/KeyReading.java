package io.weir.engine.scan;

import io.weir.engine.rule.Name;
import io.weir.engine.rule.Words;
import io.weir.engine.scan.RuleProgram.Assigned;
import io.weir.engine.scan.RuleProgram.Near;
import io.weir.engine.scan.RuleProgram.Trigger;
import java.util.List;

/**
 * What a key tells of the text under it, whatever the text is: a body has few keys, again and again. Immutable.
 *
 * @param key of a leaf
 * @param contextWords numbers of the context words in it
 * @param named programs for which the whole text is a value
 */
record KeyReading(String key, List<Integer> contextWords, List<RuleProgram> named) {

    KeyReading {
        contextWords = List.copyOf(contextWords);
        named = List.copyOf(named);
    }

    /** Whether a key names the text under it by the literal of a trigger that ends in it. */
    static boolean names(Trigger trigger, RuleProgram program, String key, int end) {
        Name name = trigger.name();
        if (name == null || !name.fits(key, end - trigger.length(), end)) {
            return false;
        }
        int tail = key.length() - end;
        if (program instanceof Assigned assigned) {
            return tail <= assigned.shape().tail()
                    && holdsAny(key, assigned.shape().words())
                    && !Words.anyIn(assigned.shape().stopNames(), key, 0, key.length());
        }
        return program instanceof Near near
                && tail <= near.shape().within()
                && holdsAny(key, near.shape().words());
    }

    private static boolean holdsAny(String key, List<String> words) {
        return words.isEmpty() || Words.anyIn(words, key, 0, key.length());
    }
}
