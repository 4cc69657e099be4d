package io.weir.engine.detect;

import io.weir.engine.rule.RuleDefinition;
import io.weir.engine.validate.Ascii;
import io.weir.schemas.word.Confidence;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words that speak for a match when they stand in the key of the leaf or near the match in its text.
 *
 * @param words in lower case; empty where context does not matter
 * @param pattern one for all words
 * @param confidence of a match with such a word; null leaves the rule's own
 * @param required whether a match without such a word is dropped
 */
record ContextWords(
        List<String> words, Pattern pattern, @Nullable Confidence confidence, boolean required) {

    private static final int REACH_BEFORE = 80;
    private static final int REACH_AFTER = 40;

    // What a redaction left behind names a rule, and rules are named after such words.
    private static final String NOT_IN_LABEL = "(?<!REDACTED:[a-z-]{0,40})";

    // homePhone, HOME_PHONE and home-phone all read as "home phone".
    private static final Pattern CAMEL_STEP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern NAME_JOINT = Pattern.compile("[_.-]");

    static ContextWords of(RuleDefinition.Context context) {
        List<String> words = context.words().stream().map(Ascii::lower).toList();
        String any = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        Pattern pattern = Pattern.compile("(?i)(?<![a-z])(?:" + any + ")(?![a-z])" + NOT_IN_LABEL);
        return new ContextWords(words, pattern, context.confidence(), context.required());
    }

    /** Whether a leaf without any of the words can be skipped. */
    boolean ruleOut(String lowerText, String key) {
        return required && !holdsWord(lowerText) && !holdsWord(Ascii.lower(spaced(key)));
    }

    boolean standNear(CharSequence text, String key, int start, int end) {
        return !words.isEmpty() && (standIn(spaced(key)) || standAround(text, start, end));
    }

    private boolean holdsWord(String lower) {
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private boolean standAround(CharSequence text, int start, int end) {
        return standIn(text.subSequence(Math.max(0, start - REACH_BEFORE), start))
                || standIn(text.subSequence(end, Math.min(text.length(), end + REACH_AFTER)));
    }

    private boolean standIn(CharSequence text) {
        return pattern.matcher(text).find();
    }

    private static String spaced(String key) {
        return NAME_JOINT.matcher(CAMEL_STEP.matcher(key).replaceAll(" ")).replaceAll(" ");
    }
}
