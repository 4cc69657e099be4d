package io.weir.engine.tone;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what may name a place that no known form of address has: a person or room with a capital or a sign before it, a
 * repository by its path, a page without a scheme. All repeats are bounded.
 */
final class PlaceNames {

    private static final int PUBLICATION_UNITS_MAX = 80;
    private static final int DESCRIPTION_UNITS_MAX = 240;

    /** A name with a capital, or one that a sign marks as the name of a person or room. */
    private static final SiftedPattern NAME = new SiftedPattern(
            List.of("\\b(?:to|with|in|into|[Ii]nvite|[Aa]dd|[Mm]essage|[Cc]ontact|[Nn]otify)\\s{1,4}"
                    + "(?:(?:the )?(?:user|channel|room|group|person|account|colleague|employee|member)\\s{1,4})?"
                    + "['\"`@#]{0,3}((?:\\p{Lu}|(?<=[@#'\"`])\\p{Ll})[\\p{L}\\p{N}_-]{1,40})(?![\\w@.]\\w)"),
            0);

    /** The parts of a path that begins with no scheme: an owner and a repository, or a host and a page. */
    private static final Pattern PATH = Pattern.compile(
            "(?<![\\w./:@-])([A-Za-z0-9][\\w-]{0,40}(?:\\.[\\w-]{1,40}){0,4})/([A-Za-z0-9][\\w.-]{0,59}(?<![.]))(?![\\w/])");

    /** Something new that people outside see, which whoever orders it need not name: "a public paste". */
    private static final Pattern PUBLICATION = Pattern.compile(
            "(?i)\\s{1,4}(?:(?:[\\w'-]{1,15}\\s{1,4}){1,5}(?:in|into|to|as|on)\\s{1,4})?(?:an?|the|another|new|public)\\s{1,4}(?:[\\w-]{1,15}\\s{1,4}){0,2}?"
                    + "(gist|paste|post|tweet|issue|ticket|comment|review|snippet|pull|blog|feedback)\\b");

    /** A place that is spoken of and not named: "to the address in the settings". */
    private static final Pattern DESCRIPTION = Pattern.compile(
            "(?i)[^.!?]{0,120}?\\b(?:to|at|via|into|onto|with)\\s{1,4}(?:the|this|that|our|my|their|its)\\s{1,4}"
                    + "(?:[\\w'-]{1,15}\\s{1,4}){0,3}?"
                    + "(address|e-?mail|mailbox|inbox|account|iban|wallet|webhook|endpoint|url|link|number|contact|recipient|channel|"
                    + "server|bucket|repository|person|site)\\b(?![^.!?]{0,60}(?:@|://|www\\.|\\d{6}))");

    /** Publications for which hardly any page asks its readers. */
    private static final Set<String> PASTES = Set.of("gist", "paste", "snippet");

    private PlaceNames() {}

    /** Whether the word in a range is one for a text put where everybody can read it. */
    static boolean isPaste(String text, int start, int end) {
        return PASTES.contains(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    /**
     * Visits the kinds of publication that the text orders to make.
     *
     * @param verbs where the verbs that order a delivery end
     */
    static void forEachPublication(String text, int[] verbs, Visitor visitor) {
        forEachAfter(verbs, PUBLICATION, PUBLICATION_UNITS_MAX, text, visitor);
    }

    /**
     * Visits the words for places that the text orders to deliver to without naming them.
     *
     * @param verbs where the verbs that order a delivery end
     */
    static void forEachDescription(String text, int[] verbs, Visitor visitor) {
        forEachAfter(verbs, DESCRIPTION, DESCRIPTION_UNITS_MAX, text, visitor);
    }

    private static void forEachAfter(int[] verbs, Pattern pattern, int unitsMax, String text, Visitor visitor) {
        boolean more = true;
        for (int i = 0; i < verbs.length && more; i++) {
            int end = Math.min(text.length(), verbs[i] + unitsMax);
            Matcher found = pattern.matcher(text).region(verbs[i], end);
            more = !found.lookingAt() || visitor.visit(verbs[i], found.start(1), found.end(1));
        }
    }

    /** Visits the names, each with its start and end, in no particular order. */
    static void forEach(String text, Visitor visitor) {
        boolean[] wanted = {true};
        NAME.forEach(text, name -> wanted[0] = visitor.visit(name.start(1), name.start(1), name.end(1)));
        Matcher paths = PATH.matcher(text);
        boolean more = wanted[0] && text.indexOf('/') >= 0;
        while (more && paths.find()) {
            more = visitor.visit(paths.start(), paths.start(), paths.end())
                    && visitor.visit(paths.start(), paths.start(1), paths.end(1))
                    && visitor.visit(paths.start(), paths.start(2), paths.end(2));
        }
    }

    /** Sees one name. */
    interface Visitor {

        /**
         * A name.
         *
         * @param place where what it is a part of starts in the text
         * @param start first UTF-16 unit
         * @param end one past the last unit
         * @return whether to go on
         */
        boolean visit(int place, int start, int end);
    }
}
