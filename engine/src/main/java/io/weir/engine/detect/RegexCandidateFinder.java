package io.weir.engine.detect;

import java.util.List;
import java.util.regex.Matcher;

/** Runs each rule's expression by itself, where the rule's anchor stands in the text. Immutable and safe to share. */
final class RegexCandidateFinder implements CandidateFinder {

    private final List<Rule> rules;

    RegexCandidateFinder(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    @Override
    public void find(CharSequence text, String key, CandidateSink sink) {
        String lower = Ascii.lower(text);
        int digits = (int) lower.chars().filter(c -> Ascii.isDigit(c)).count();
        for (Rule rule : rules) {
            if (rule.shape() instanceof Shape.Named named && named.tellsBy(key)) {
                offerWhole(rule, named, text, sink);
            }
            if (rule.anchor().standsIn(lower, digits)) {
                search(rule, text, sink);
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
        if (named.whole().matcher(text.subSequence(start, end)).matches()) {
            sink.take(rule, start, end);
        }
    }

    private static void search(Rule rule, CharSequence text, CandidateSink sink) {
        Matcher matcher = rule.shape().inText().matcher(text);
        boolean grouped = rule.shape().isGrouped();
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            int start = grouped ? matcher.start("value") : matcher.start();
            int end = grouped ? matcher.end("value") : matcher.end();
            boolean stopped = rule.shape() instanceof Shape.Named named && named.isStopped(matcher, text);
            int found = stopped || end == start ? -1 : sink.take(rule, start, end);
            from = found > 0 ? found : matcher.start() + 1;
        }
    }
}
