package io.weir.engine.destination;

import io.weir.engine.fingerprint.Fingerprinter;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.engine.words.WordLists;
import io.weir.schemas.event.Destination;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.ValueKind;
import io.weir.schemas.word.Verb;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells who sees what a tool writes that names no destination: issues, tickets, comments, error trackers are read by
 * people outside, though the tool is one that the operator uses.
 */
final class ToolAudience {

    private static final Pattern BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");
    private static final Pattern NUMBER = Pattern.compile("\\d{3,12}");
    private static final Pattern IDENTIFIER = Pattern.compile("(?=.*\\d)[A-Za-z0-9_-]{4,40}");

    private final Map<String, Audience> byWord =
            WordLists.readDistinct(ToolAudience.class, "audiences.properties", Audience.class);

    /** The destination of a call that names none: the tool, and the thing in it that the call writes to. */
    Destination of(String tool, Verb verb, Payload payload, Fingerprinter fingerprinter) {
        Audience audience = verb == Verb.READ ? Audience.INTERNAL : audience(tool);
        Optional<Leaf> thing = audience == Audience.INTERNAL
                ? Optional.empty()
                : payload.leaves().stream().filter(leaf -> isThing(leaf, tool)).findFirst();
        return new Destination(
                DestinationKind.TOOL,
                tool,
                thing.map(leaf -> hash(leaf.text(), fingerprinter)).orElseGet(() -> fingerprinter.hostHash(tool)),
                audience,
                "/url",
                audience == Audience.INTERNAL
                        ? List.of()
                        : fingerprinter.wordHashes(String.join(" ", BOUNDARY.split(tool))));
    }

    private Audience audience(String tool) {
        Audience audience = Audience.INTERNAL;
        for (String word : BOUNDARY.split(tool)) {
            Audience own = byWord.get(word.toLowerCase(Locale.ROOT));
            if (own == Audience.INTERNAL) {
                return own;
            }
            audience = own == null ? audience : own;
        }
        return audience;
    }

    /** Whether a leaf is the id of a thing that the tool's name speaks of, such as the ticket of reply_to_ticket. */
    private static boolean isThing(Leaf leaf, String tool) {
        String key = leaf.key().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        String kind = key.replaceAll("(id|number|no|key)$", "");
        boolean named =
                kind.isEmpty() ? !key.isEmpty() : tool.toLowerCase(Locale.ROOT).contains(kind);
        return named && leaf.address().startsWith("/body") && !leaf.isDerived() && isId(leaf.text());
    }

    private static boolean isId(String text) {
        return NUMBER.matcher(text).matches() || IDENTIFIER.matcher(text).matches();
    }

    private static String hash(String id, Fingerprinter fingerprinter) {
        return fingerprinter.hash(NUMBER.matcher(id).matches() ? ValueKind.NUMBER : ValueKind.IDENTIFIER, id);
    }
}
