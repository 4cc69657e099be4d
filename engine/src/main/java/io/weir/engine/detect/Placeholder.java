package io.weir.engine.detect;

import io.weir.engine.validate.Digits;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that stand for a secret and are none: templates, masks, documentation. */
final class Placeholder {

    private static final List<String> MARKS =
            words("example changeme change_me change-me placeholder your_ your- yourpass "
                    + "yourapi yoursecret yourtoken redacted dummy insert_ insert- xxxx **** .... ____ ---- process.env os.environ "
                    + "getenv");

    // ${VAR}, $(command), {{ template }}, {% tag %}, #{expression}, %(name)s, <token>
    private static final Pattern TEMPLATE =
            Pattern.compile("\\$\\{[a-z_][a-z0-9_.:-]{0,64}+}|\\$\\([^)]{0,64}+\\)|\\{\\{[^{}]{0,64}+}}"
                    + "|\\{%[^%]{0,64}+%}|#\\{[^}]{0,64}+}|%\\([a-z_]{1,32}+\\)s|<[a-z][a-z0-9_ -]{0,40}+>");

    private static final Set<String> WORDS =
            Set.copyOf(words("password passwd pass pwd secret token apikey api_key string null "
                    + "none nil undefined true false required optional hidden masked empty username user test bearer unknown "
                    + "default notset not_set todo n/a mypassword my_password"));

    private Placeholder() {}

    private static List<String> words(String words) {
        return List.of(words.split(" "));
    }

    static boolean looksLike(CharSequence value) {
        String lower = value.toString().toLowerCase(Locale.ROOT);
        return WORDS.contains(lower)
                || lower.startsWith("$")
                || (lower.startsWith("%") && lower.endsWith("%"))
                || TEMPLATE.matcher(lower).find()
                || hasMark(lower)
                || repeats(lower);
    }

    private static boolean hasMark(String lower) {
        for (String mark : MARKS) {
            if (lower.contains(mark)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a third of the text is one character over and over, or there are hardly any different ones. */
    private static boolean repeats(String text) {
        int run = 1;
        int longest = 1;
        for (int i = 1; i < text.length(); i++) {
            run = text.charAt(i) == text.charAt(i - 1) ? run + 1 : 1;
            longest = Math.max(longest, run);
        }
        return text.length() >= 6 && (longest * 3 >= text.length() || Digits.distinct(text) <= 2);
    }
}
