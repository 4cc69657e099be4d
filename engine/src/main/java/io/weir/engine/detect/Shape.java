package io.weir.engine.detect;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the value of a rule looks like: in a text, and, for named values, as a whole leaf under a telling key. */
sealed interface Shape {

    /** The pattern to look for in a text. */
    Pattern inText();

    /** Whether the pattern has a group called {@code value} that narrows it. */
    boolean isGrouped();

    /**
     * A value that is told by its own form.
     *
     * @param inText with or without a group called {@code value}
     */
    record Plain(Pattern inText) implements Shape {

        @Override
        public boolean isGrouped() {
            return inText.pattern().contains("(?<value>");
        }
    }

    /**
     * A value that is told by its name.
     *
     * @param inText name, separator and value
     * @param key the end of a leaf's key
     * @param whole the whole text of such a leaf
     * @param stopNames words that the name must not contain, in lower case
     */
    record Named(Pattern inText, Pattern key, Pattern whole, List<String> stopNames) implements Shape {

        // Between a name and its value in code and configuration: quotes and brackets, a sign, quotes.
        private static final String CODE_SEPARATOR =
                "\\\\{0,3}+[\"'`)\\]]{0,3}+[ \\t]{0,8}+(?:(?i:string|str)[ \\t]{1,4}+)?+"
                        + "(?:=>|[?.!]=|:{1,3}=|={1,3}+|:|>|,(?=[ \\t]{0,4}+\\\\?+[\"'`])|(?=[\"'`]))[ \\t]{0,8}+"
                        + "(?:[\\r\\n]{1,2}+[ \\t]{1,16}+)?+\\\\{0,3}+[\"'`]{0,3}+";

        // The same in prose, where "is", "no." or a blank do as well.
        private static final String PROSE_SEPARATOR =
                "\\\\{0,3}+[\"')\\]]{0,2}+[ \\t]{0,4}+(?i:[:=#]|is\\b|was\\b|on\\b|no\\b\\.?+|number\\b)?+"
                        + "[ \\t]{0,4}+[:=]?+[ \\t]{0,4}+\\\\{0,3}+[\"'(#]{0,2}+";

        // The part of a name before its telling end: next_page_ in next_page_token.
        private static final int NAME_REACH = 32;

        static Named of(RuleDefinition.Assignment assignment) {
            String separator = assignment.prose() ? PROSE_SEPARATOR : CODE_SEPARATOR;
            String names = "(?i:" + assignment.names() + ")";
            String value = "(?<value>" + assignment.value() + ")";
            String whole = assignment.whole() == null ? assignment.value() : assignment.whole();
            return new Named(
                    Pattern.compile(names + separator + value),
                    Pattern.compile(names + "\\z"),
                    Pattern.compile(whole),
                    assignment.stopNames().stream().map(Ascii::lower).toList());
        }

        @Override
        public boolean isGrouped() {
            return true;
        }

        boolean tellsBy(String leafKey) {
            return key.matcher(leafKey).find() && !isStopped(Ascii.lower(leafKey));
        }

        /** Whether the name that a match in a text begins with is one of the stop names. */
        boolean isStopped(Matcher match, CharSequence text) {
            int start = match.start();
            while (start > Math.max(0, match.start() - NAME_REACH) && isNamePart(text.charAt(start - 1))) {
                start--;
            }
            return isStopped(Ascii.lower(text.subSequence(start, match.start("value"))));
        }

        private boolean isStopped(String name) {
            for (String stop : stopNames) {
                if (name.contains(stop)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean isNamePart(char c) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
        }
    }

    /** The shape of a definition, which has either a pattern or an assignment. */
    static Shape of(RuleDefinition definition) {
        String pattern = definition.pattern();
        RuleDefinition.Assignment assignment = definition.assignment();
        if (pattern != null && assignment == null) {
            return new Plain(Pattern.compile(pattern));
        }
        if (pattern == null && assignment != null) {
            return Named.of(assignment);
        }
        throw new IllegalArgumentException("a rule needs either 'pattern' or 'assignment'");
    }
}
