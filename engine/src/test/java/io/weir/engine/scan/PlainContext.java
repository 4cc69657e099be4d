package io.weir.engine.scan;

import io.weir.engine.rule.Name;
import io.weir.engine.rule.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks for context words as an expression would. */
final class PlainContext {

    private static final int REACH_BEFORE = 80;
    private static final int REACH_AFTER = 40;
    private static final String WORD_START = "(?:(?<![A-Za-z])|(?<![A-Z])(?=[A-Z])|(?![A-Za-z]))";
    private static final String WORD_END = "(?:(?![A-Za-z])|(?<![A-Z])(?=[A-Z])|(?<![A-Za-z]))";
    private static final String NOT_IN_LABEL = "(?<!\\[[A-Z]{1,40}:[a-z0-9-]{0,59})";

    private static final Map<List<String>, Pattern> PATTERNS = new ConcurrentHashMap<>();

    private PlainContext() {}

    static int offer(Rule rule, CharSequence text, String key, CandidateSink sink, int start, int end) {
        boolean near =
                !rule.context().words().isEmpty() && isNear(rule.context().words(), text, key, start, end);
        return rule.context().required() && !near ? -1 : sink.take(rule, start, end, near);
    }

    private static boolean isNear(List<String> words, CharSequence text, String key, int start, int end) {
        Pattern pattern = PATTERNS.computeIfAbsent(words, PlainContext::pattern);
        return pattern.matcher(key).find()
                || found(pattern, text, Math.max(0, start - REACH_BEFORE), start)
                || found(pattern, text, end, Math.min(text.length(), end + REACH_AFTER));
    }

    private static Pattern pattern(List<String> words) {
        String any = words.stream()
                .flatMap(word -> Name.spell(word.toLowerCase(Locale.ROOT)).stream())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile(WORD_START + NOT_IN_LABEL + "(?i:" + any + ")" + WORD_END);
    }

    private static boolean found(Pattern pattern, CharSequence text, int from, int to) {
        return pattern.matcher(text)
                .region(from, to)
                .useTransparentBounds(true)
                .useAnchoringBounds(false)
                .find();
    }
}
