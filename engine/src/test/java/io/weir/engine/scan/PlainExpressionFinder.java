package io.weir.engine.scan;

import io.weir.engine.rule.Rule;
import io.weir.engine.rule.Shape;
import io.weir.engine.rule.Words;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the plain expression of one rule after the other over a whole text, as java.util.regex would. It is slow and
 * says what the scanner must find. Immutable and safe to share.
 */
public final class PlainExpressionFinder {

    private final List<Plain> plains;

    /** A finder for some rules. */
    public PlainExpressionFinder(List<Rule> rules) {
        this.plains = rules.stream().map(PlainExpressionFinder::plain).toList();
    }

    /** Offers all candidates of a text. */
    public void find(CharSequence text, String key, CandidateSink sink) {
        for (Plain plain : plains) {
            plain.find(text, key, sink);
        }
    }

    private static Plain plain(Rule rule) {
        Shape shape = rule.shape();
        if (shape instanceof Shape.Written written) {
            return new PlainWritten(rule, written.isGrouped(), Pattern.compile(written.plain()));
        }
        if (shape instanceof Shape.Assigned assigned) {
            return new PlainAssigned(
                    rule,
                    assigned,
                    Pattern.compile(assigned.plain()),
                    Pattern.compile(assigned.whole().plain()));
        }
        Shape.Near near = (Shape.Near) shape;
        return new PlainNear(
                rule,
                near,
                Pattern.compile(near.plainNames()),
                Pattern.compile(near.value().plain()),
                Pattern.compile(near.whole().plain()));
    }

    private sealed interface Plain {

        void find(CharSequence text, String key, CandidateSink sink);
    }

    private record PlainWritten(Rule rule, boolean grouped, Pattern pattern) implements Plain {

        @Override
        public void find(CharSequence text, String key, CandidateSink sink) {
            Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            int from = 0;
            while (from <= text.length() && matcher.region(from, text.length()).find()) {
                int start = grouped ? matcher.start("value") : matcher.start();
                int end = grouped ? matcher.end("value") : matcher.end();
                int behind = end == start ? -1 : PlainContext.offer(rule, text, key, sink, start, end);
                from = Math.max(matcher.start() + 1, behind);
            }
        }
    }

    private record PlainAssigned(Rule rule, Shape.Assigned shape, Pattern pattern, Pattern whole) implements Plain {

        @Override
        public void find(CharSequence text, String key, CandidateSink sink) {
            int from = new KeyName(key).tells(shape) ? Math.max(0, WholeLeaf.offer(rule, whole, text, key, sink)) : 0;
            Matcher matcher = pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            while (from <= text.length() && matcher.region(from, text.length()).find()) {
                boolean named = isNamed(text, matcher.start(), matcher.start("value"));
                int behind = named
                        ? PlainContext.offer(rule, text, key, sink, matcher.start("value"), matcher.end("value"))
                        : -1;
                from = Math.max(matcher.start() + 1, behind);
            }
        }

        private boolean isNamed(CharSequence text, int nameStart, int valueStart) {
            int start = Words.nameStart(text, nameStart);
            return (shape.words().isEmpty() || Words.anyIn(shape.words(), text, start, valueStart))
                    && !Words.anyIn(shape.stopNames(), text, start, valueStart);
        }
    }

    private record PlainNear(Rule rule, Shape.Near shape, Pattern names, Pattern value, Pattern whole)
            implements Plain {

        @Override
        public void find(CharSequence text, String key, CandidateSink sink) {
            int from = new KeyName(key).tells(shape) ? Math.max(0, WholeLeaf.offer(rule, whole, text, key, sink)) : 0;
            Matcher name = names.matcher(text);
            Matcher matcher = value.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
            while (name.find(from)) {
                from = Math.max(name.start() + 1, firstValue(text, key, name, matcher, sink));
                if (from > text.length()) {
                    return;
                }
            }
        }

        private int firstValue(CharSequence text, String key, Matcher name, Matcher matcher, CandidateSink sink) {
            int wordStart = Words.nameStart(text, name.start());
            int last = Math.min(text.length(), name.end() + shape.within());
            for (int start = name.end(); start <= last; start++) {
                boolean fits = matcher.region(start, text.length()).lookingAt() && matcher.end() > start;
                if (fits && (shape.words().isEmpty() || Words.anyIn(shape.words(), text, wordStart, start))) {
                    int behind = PlainContext.offer(rule, text, key, sink, start, matcher.end());
                    if (behind > 0) {
                        return behind;
                    }
                }
            }
            return -1;
        }
    }
}
