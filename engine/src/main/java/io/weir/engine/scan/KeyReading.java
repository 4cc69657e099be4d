package io.weir.engine.scan;

import io.weir.engine.rule.Name;
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
                    && (assigned.words().isEmpty() || assigned.words().anyIn(key))
                    && !assigned.stopNames().anyIn(key);
        }
        return program instanceof Near near
                && tail <= near.shape().within()
                && (near.words().isEmpty() || near.words().anyIn(key));
    }
}
