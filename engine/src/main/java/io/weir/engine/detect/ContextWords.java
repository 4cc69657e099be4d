package io.weir.engine.detect;

import io.weir.schemas.word.Confidence;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words that speak for a match when they stand in the key of the leaf or near the match in its text.
 *
 * @param words one pattern for all of them, or null where there are none
 * @param confidence of a match with such a word; null leaves the rule's own
 * @param required whether a match without such a word is dropped
 */
record ContextWords(@Nullable Pattern words, @Nullable Confidence confidence, boolean required) {

    private static final int REACH_BEFORE = 80;
    private static final int REACH_AFTER = 40;

    // homePhone, HOME_PHONE and home-phone all read as "home phone".
    private static final Pattern CAMEL_STEP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern NAME_JOINT = Pattern.compile("[_.-]");

    static ContextWords of(RuleDefinition.Context context) {
        if (context.words().isEmpty()) {
            return new ContextWords(null, null, false);
        }
        String any = context.words().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        Pattern words = Pattern.compile("(?i)(?<![a-z])(?:" + any + ")(?![a-z])");
        return new ContextWords(words, context.confidence(), context.required());
    }

    boolean standNear(CharSequence text, String key, int start, int end) {
        return words != null && (standIn(key, words) || standAround(text, start, end, words));
    }

    private static boolean standIn(String key, Pattern words) {
        String spaced =
                NAME_JOINT.matcher(CAMEL_STEP.matcher(key).replaceAll(" ")).replaceAll(" ");
        return words.matcher(spaced).find();
    }

    private static boolean standAround(CharSequence text, int start, int end, Pattern words) {
        CharSequence before = text.subSequence(Math.max(0, start - REACH_BEFORE), start);
        CharSequence after = text.subSequence(end, Math.min(text.length(), end + REACH_AFTER));
        return words.matcher(before).find() || words.matcher(after).find();
    }
}
