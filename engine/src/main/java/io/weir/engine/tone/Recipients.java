package io.weir.engine.tone;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a sentence that wishes a delivery gives all its recipients by their addresses. Such a wish is fulfilled
 * by a delivery there, so it is no reason for one to another place. Where a sentence speaks of anybody else, it does
 * not.
 */
final class Recipients {

    private static final Pattern ADDRESS = Pattern.compile(
            "[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}|\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{2,4}){2,8}\\b");

    private static final String SOMEBODY =
            "(?:the|an?|my|our|his|her|their|your|this|that|these|those|all|any\\w{0,4}|both"
                    + "|each|every\\w{0,4}|who\\w{0,4}|him|them|it|[A-Z]\\w{1,30})\\b";

    /** Somebody before the addresses: "to the team and a@b.example". */
    private static final Pattern BEFORE = Pattern.compile("\\b(?:to|cc|bcc|with|at|via)\\s{1,3}" + SOMEBODY);

    /** Somebody behind them: "a@b.example and the team". */
    private static final Pattern BEHIND =
            Pattern.compile("['\"`>)]{0,3}(?:,|\\s{1,3}(?:and|or|plus|as well as|with|cc))"
                    + "(?:\\s{1,3}(?:also|to|cc|bcc|with)){0,2}\\s{1,3}"
                    + SOMEBODY);

    /** Those that a sentence before has named. */
    private static final Pattern THOSE = Pattern.compile("\\s{1,3}(?:him|her|them)\\b");

    private Recipients() {}

    /** Whether the verb that ends at a place goes to those that were named before. */
    static boolean areThose(String sentence, int verbEnd) {
        return THOSE.matcher(sentence).region(verbEnd, sentence.length()).lookingAt();
    }

    /** Whether a sentence has addresses, and nobody besides is to get what it speaks of. */
    static boolean areAddresses(String sentence) {
        Matcher address = ADDRESS.matcher(sentence);
        Matcher behind = BEHIND.matcher(sentence);
        boolean found = false;
        while (address.find()) {
            found = true;
            if (behind.region(address.end(), sentence.length()).lookingAt()) {
                return false;
            }
        }
        return found
                && !BEFORE.matcher(ADDRESS.matcher(sentence).replaceAll("")).find();
    }
}
