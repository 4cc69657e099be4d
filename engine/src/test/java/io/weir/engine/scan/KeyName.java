package io.weir.engine.scan;

import io.weir.engine.rule.Name;
import io.weir.engine.rule.Shape;
import io.weir.engine.rule.Words;
import io.weir.engine.validate.Ascii;
import java.util.List;

/** The key of a leaf as the name of its value. */
record KeyName(String key) {

    boolean tells(Shape.Assigned shape) {
        return endsWith(shape.names(), shape.tail())
                && holds(shape.words())
                && !Words.anyIn(shape.stopNames(), key, 0, key.length());
    }

    boolean tells(Shape.Near shape) {
        return endsWith(shape.names(), shape.within()) && holds(shape.words());
    }

    private boolean holds(List<String> words) {
        return words.isEmpty() || Words.anyIn(words, key, 0, key.length());
    }

    private boolean endsWith(List<Name> names, int tail) {
        String lower = Ascii.lower(key);
        for (Name name : names) {
            for (String spelling : name.spellings()) {
                if (endsWith(name, spelling, lower, tail)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean endsWith(Name name, String spelling, String lower, int tail) {
        int start = lower.indexOf(spelling);
        while (start >= 0) {
            int end = start + spelling.length();
            if (key.length() - end <= tail && name.fits(key, start, end)) {
                return true;
            }
            start = lower.indexOf(spelling, start + 1);
        }
        return false;
    }
}
