package io.weir.engine.scan;

import io.weir.engine.rule.Rule;
import io.weir.engine.validate.Ascii;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Offers the whole text of a leaf, without the blanks around it, where the key of the leaf tells what it is. */
final class WholeLeaf {

    private WholeLeaf() {}

    static int offer(Rule rule, Pattern whole, CharSequence text, String key, CandidateSink sink) {
        int start = 0;
        int end = text.length();
        while (start < end && Ascii.isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && Ascii.isBlank(text.charAt(end - 1))) {
            end--;
        }
        Matcher matcher = whole.matcher(text).region(start, end);
        return start < end && matcher.matches() ? PlainContext.offer(rule, text, key, sink, start, end) : -1;
    }
}
