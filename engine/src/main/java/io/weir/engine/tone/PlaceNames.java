package io.weir.engine.tone;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what may name a place that no known form of address has: a person or room with a capital or a sign before it, a
 * repository by its path, a page without a scheme. All repeats are bounded.
 */
final class PlaceNames {

    private static final int PUBLICATION_UNITS_MAX = 80;

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
    private static final Pattern PUBLICATION =
            Pattern.compile("(?i)\\s{1,4}(?:an?|the|another|new|public)\\s{1,4}(?:[\\w-]{1,15}\\s{1,4}){0,2}?"
                    + "(gist|paste|post|tweet|issue|ticket|comment|review|snippet|pull|blog|feedback)\\b");

    private PlaceNames() {}

    /**
     * Visits the kinds of publication that the text orders to make.
     *
     * @param verbs where the verbs that order a delivery end
     */
    static void forEachPublication(String text, int[] verbs, Visitor visitor) {
        boolean more = true;
        for (int i = 0; i < verbs.length && more; i++) {
            int end = Math.min(text.length(), verbs[i] + PUBLICATION_UNITS_MAX);
            Matcher made = PUBLICATION.matcher(text).region(verbs[i], end);
            more = !made.lookingAt() || visitor.visit(verbs[i], made.start(1), made.end(1));
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
