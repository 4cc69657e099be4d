package io.weir.engine.detect;

import io.weir.engine.validate.Ascii;
import io.weir.engine.validate.Randomness;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values that stand for a secret and are none: templates, masks, documentation. Only what dominates a value makes it a
 * placeholder: a live token does not become one by a word or a row of x appended to it.
 */
final class Placeholder {

    // These alone tell a placeholder.
    private static final String[][] MARKS =
            byLetter("example changeme change_me change-me placeholder your redacted dummy "
                    + "insert process.env os.environ getenv sample");

    // These stand in placeholders beside a mark: your_api_token_here.
    private static final String[][] COMPANIONS =
            byLetter("password passwd pass token secret apikey api key access auth value here user name the my put");

    private static final Set<String> WHOLE =
            Set.copyOf(words("password passwd pass pwd secret token apikey api_key string null "
                    + "none nil undefined true false required optional hidden masked empty username user userid test bearer "
                    + "unknown default notset not_set not-set todo n/a mypassword my_password"));

    // What the documents of Amazon and of NuGet show; Amazon's key ids end in EXAMPLE and are told by that.
    private static final List<String> DOCUMENTED =
            List.of("wjalrxutnfemi/k7mdeng/bpxrficyexamplekey", "je7mtgbclwbf/2zp9utk/h3ycoexamplekey", "33f!!lloppa");

    // ${VAR}, $(command), {{ template }}, {% tag %}, #{expression}, %(name)s, <token>
    private static final Pattern TEMPLATE =
            Pattern.compile("\\$\\{[a-z_][a-z0-9_.:-]{0,64}+}|\\$\\([^)]{0,64}+\\)|\\{\\{[^{}]{0,64}+}}"
                    + "|\\{%[^%]{0,64}+%}|#\\{[^}]{0,64}+}|%\\([a-z_]{1,32}+\\)s|<[a-z][a-z0-9_ -]{0,40}+>");

    // Each template starts with one of them.
    private static final String TEMPLATE_SIGNS = "$#%<";

    private static final Pattern VARIABLE = Pattern.compile("\\$[a-z_{(][a-z0-9_.:>{}()-]*+");

    private static final Pattern POWER_OF_TEN = Pattern.compile("-?10*+(?:\\.0++)?(?:e[+-]?[0-9]{1,3})?");

    private static final int MASK_MIN = 4;
    private static final int LIVE_LENGTH = 32;
    private static final int SHORT_LIVE_LENGTH = 20;
    private static final double LIVE_ENTROPY = 3.3;
    private static final int WRITTEN_MAX = 4;

    private Placeholder() {}

    private static List<String> words(String words) {
        return List.of(words.split(" "));
    }

    /** Words by their first letter, so that most places of a value are passed over at once. */
    private static String[][] byLetter(String words) {
        List<List<String>> lists = new ArrayList<>();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            String first = String.valueOf(letter);
            lists.add(
                    words(words).stream().filter(word -> word.startsWith(first)).toList());
        }
        return lists.stream().map(list -> list.toArray(String[]::new)).toArray(String[][]::new);
    }

    static boolean looksLike(CharSequence value) {
        String lower = Ascii.lower(value);
        return WHOLE.contains(lower)
                || (lower.startsWith("$") && VARIABLE.matcher(lower).matches())
                || (lower.startsWith("%") && lower.endsWith("%"))
                || isDocumented(lower)
                || hardlyVaries(lower)
                || isPowerOfTen(lower)
                || isDominated(lower, value);
    }

    private static boolean isDocumented(String lower) {
        for (String key : DOCUMENTED) {
            if (lower.length() <= key.length() + WRITTEN_MAX && lower.contains(key)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hardlyVaries(String lower) {
        if (lower.length() < 6) {
            return false;
        }
        int other = 1;
        while (other < lower.length() && lower.charAt(other) == lower.charAt(0)) {
            other++;
        }
        for (int i = other + 1; i < lower.length(); i++) {
            if (lower.charAt(i) != lower.charAt(0) && lower.charAt(i) != lower.charAt(other)) {
                return false;
            }
        }
        return true;
    }

    /** What redaction leaves of a number: 1000, -1000.0, 1.0e10. */
    private static boolean isPowerOfTen(String lower) {
        int one = lower.startsWith("-") ? 1 : 0;
        return one < lower.length()
                && lower.charAt(one) == '1'
                && POWER_OF_TEN.matcher(lower).matches();
    }

    /** Whether a third of the value is filling and what remains is not a secret by itself. */
    private static boolean isDominated(String lower, CharSequence value) {
        BitSet filling = new BitSet(lower.length());
        if (hasTemplateSign(lower)) {
            addTemplates(lower, filling);
        }
        addMasks(lower, filling);
        addWords(lower, MARKS, filling);
        if (filling.isEmpty()) {
            return false;
        }
        addWords(lower, COMPANIONS, filling);
        int filled = filling.cardinality();
        return filled * 3 >= lower.length() && !isLive(rest(value, filling), filled);
    }

    private static boolean hasTemplateSign(String lower) {
        for (int i = 0; i < lower.length(); i++) {
            char unit = lower.charAt(i);
            if (unit < 'a' ? TEMPLATE_SIGNS.indexOf(unit) >= 0 : unit == '{') {
                return true;
            }
        }
        return false;
    }

    private static void addTemplates(String lower, BitSet filling) {
        Matcher template = TEMPLATE.matcher(lower);
        while (template.find()) {
            filling.set(template.start(), template.end());
        }
    }

    /** Adds xxxx and ****, of any character. */
    private static void addMasks(String lower, BitSet filling) {
        int start = 0;
        for (int i = 1; i <= lower.length(); i++) {
            if (i == lower.length() || lower.charAt(i) != lower.charAt(start)) {
                if (i - start >= MASK_MIN) {
                    filling.set(start, i);
                }
                start = i;
            }
        }
    }

    private static void addWords(String lower, String[][] words, BitSet filling) {
        for (int at = 0; at < lower.length(); at++) {
            char letter = lower.charAt(at);
            if (letter >= 'a' && letter <= 'z') {
                for (String word : words[letter - 'a']) {
                    if (lower.startsWith(word, at)) {
                        filling.set(at, at + word.length());
                    }
                }
            }
        }
    }

    private static String rest(CharSequence value, BitSet filling) {
        StringBuilder rest = new StringBuilder(value.length());
        for (int i = filling.nextClearBit(0); i < value.length(); i = filling.nextClearBit(i + 1)) {
            rest.append(value.charAt(i));
        }
        return rest.toString();
    }

    private static boolean isLive(String rest, int filled) {
        return rest.length() >= (filled > 3 * rest.length() ? LIVE_LENGTH : SHORT_LIVE_LENGTH)
                && Randomness.mixesLettersAndDigits(rest)
                && Randomness.entropy(rest) >= LIVE_ENTROPY;
    }
}
