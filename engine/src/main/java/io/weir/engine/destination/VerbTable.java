package io.weir.engine.destination;

import io.weir.schemas.word.Verb;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells from a tool's name or an HTTP method what kind of effect a call has. */
final class VerbTable {

    private static final Pattern BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");

    private final Map<String, Verb> byWord = NameLists.read("verbs.properties", Verb.class);

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

    /** The verb of an HTTP method; safe methods of RFC 9110 section 9.2.1 read, all others write. */
    Verb ofMethod(String method) {
        return switch (method.toUpperCase(Locale.ROOT)) {
            case "GET", "HEAD", "OPTIONS", "TRACE" -> Verb.READ;
            default -> Verb.WRITE;
        };
    }
}
