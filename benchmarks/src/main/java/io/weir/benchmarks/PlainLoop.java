package io.weir.benchmarks;

import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.engine.rule.Rule;
import io.weir.engine.rule.Shape;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the scanner is compared with: the plain expression of each rule, run one after the other over each leaf by
 * java.util.regex. Validators, entropy and context words are left out, in favor of the loop.
 */
final class PlainLoop {

    private final List<Plain> plains;

    PlainLoop(List<Rule> rules) {
        this.plains = rules.stream().map(PlainLoop::plain).toList();
    }

    /** How many matches there are. */
    int count(Payload payload) {
        int count = 0;
        for (Leaf leaf : payload.leaves()) {
            for (Plain plain : plains) {
                count += plain.count(leaf.text());
            }
        }
        return count;
    }

    private static Plain plain(Rule rule) {
        Shape shape = rule.shape();
        if (shape instanceof Shape.Near near) {
            return new PlainNear(
                    Pattern.compile(near.plainNames()).matcher(""),
                    Pattern.compile(near.value().plain()).matcher(""),
                    near.within());
        }
        String plain = shape instanceof Shape.Assigned assigned ? assigned.plain() : ((Shape.Written) shape).plain();
        return new PlainPattern(Pattern.compile(plain).matcher(""));
    }

    private sealed interface Plain {
        int count(String text);
    }

    // Matchers are reused, so that the loop allocates nothing.
    private record PlainPattern(Matcher matcher) implements Plain {

        @Override
        public int count(String text) {
            int count = 0;
            matcher.reset(text);
            while (matcher.find()) {
                count++;
            }
            return count;
        }
    }

    private record PlainNear(Matcher name, Matcher value, int within) implements Plain {

        @Override
        public int count(String text) {
            int count = 0;
            name.reset(text);
            value.reset(text).useTransparentBounds(true).useAnchoringBounds(false);
            while (name.find()) {
                int last = Math.min(text.length(), name.end() + within);
                for (int start = name.end(); start <= last; start++) {
                    if (value.region(start, text.length()).lookingAt()) {
                        count++;
                        break;
                    }
                }
            }
            return count;
        }
    }
}
