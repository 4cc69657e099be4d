package io.weir.engine.destination;

import io.weir.engine.words.WordLists;
import io.weir.schemas.word.Verb;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells from a tool's name or an HTTP method what kind of effect a call has. */
final class VerbTable {

    private static final Pattern BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");

    private static final Pattern SIGN_IN = Pattern.compile("\\b(?:(?:log|sign) ?(?:in|on)|authenticate)\\b");

    private final Map<String, Verb> byWord = WordLists.readDistinct(VerbTable.class, "verbs.properties", Verb.class);

    /** The verb of a tool: the first telling word of its name decides; a name that tells nothing counts as a write. */
    Verb ofTool(String tool) {
        for (String word : BOUNDARY.split(tool)) {
            Verb verb = byWord.get(word.toLowerCase(Locale.ROOT));
            if (verb != null) {
                return verb;
            }
        }
        return Verb.WRITE;
    }

    /** Whether a word, in lower case, says what a tool does. */
    boolean knows(String word) {
        return byWord.containsKey(word);
    }

    /** Whether a tool signs somebody in: then a user's name in its arguments says who comes, not where data goes. */
    boolean signsIn(String tool) {
        return SIGN_IN.matcher(String.join(" ", BOUNDARY.split(tool)).toLowerCase(Locale.ROOT))
                .find();
    }

    /** The verb of an HTTP method; safe methods of RFC 9110 section 9.2.1 read, all others write. */
    Verb ofMethod(String method) {
        return switch (method.toUpperCase(Locale.ROOT)) {
            case "GET", "HEAD", "OPTIONS", "TRACE" -> Verb.READ;
            default -> Verb.WRITE;
        };
    }
}
