package io.weir.engine.detect;

import java.util.List;
import java.util.regex.Matcher;

/**
 * Tries each rule's expression where a match can begin: near the rule's anchor. Every try is anchored and bounded by the
 * expression, so the work grows linearly with the text. Immutable and safe to share.
 */
final class RegexCandidateFinder implements CandidateFinder {

    private final List<Rule> rules;

    RegexCandidateFinder(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    @Override
    public void find(CharSequence text, String key, CandidateSink sink) {
        String lower = Ascii.lower(text);
        int digits = (int) lower.chars().filter(Ascii::isDigit).count();
        for (Rule rule : rules) {
            if (rule.shape() instanceof Shape.Named named && named.tellsBy(key)) {
                offerWhole(rule, named, text, sink);
            }
            if (digits >= rule.anchor().digits() && !rule.context().ruleOut(lower, key)) {
                search(rule, text, lower, sink);
            }
        }
    }

    private static void offerWhole(Rule rule, Shape.Named named, CharSequence text, CandidateSink sink) {
        int start = 0;
        int end = text.length();
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (named.whole().matcher(text).region(start, end).matches()) {
            sink.take(rule, start, end);
        }
    }

    private static void search(Rule rule, CharSequence text, String lower, CandidateSink sink) {
        AnchorScan anchors = AnchorScan.of(rule.anchor(), lower);
        int place = anchors.next(0);
        if (place < 0) {
            return;
        }
        Matcher matcher = rule.shape().inText().matcher(text).useTransparentBounds(true);
        int start = 0;
        while (place >= 0) {
            start = Math.max(start, place - rule.anchor().reach());
            while (start <= place) {
                int end = matcher.region(start, text.length()).lookingAt() ? offer(rule, matcher, text, sink) : -1;
                start = Math.max(start + 1, end);
            }
            place = anchors.next(Math.max(place + 1, start));
        }
    }

    private static int offer(Rule rule, Matcher matcher, CharSequence text, CandidateSink sink) {
        boolean grouped = rule.shape().isGrouped();
        int start = grouped ? matcher.start("value") : matcher.start();
        int end = grouped ? matcher.end("value") : matcher.end();
        boolean stopped = rule.shape() instanceof Shape.Named named && named.isStopped(matcher, text);
        return stopped || end == start ? -1 : sink.take(rule, start, end);
    }
}
