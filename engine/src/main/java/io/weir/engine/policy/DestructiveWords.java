package io.weir.engine.policy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words in a tool's name that say that something is gone afterwards. */
final class DestructiveWords {

    private static final Pattern BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");

    private static final Set<String> WORDS =
            Set.of("delete", "drop", "remove", "destroy", "purge", "truncate", "terminate", "wipe", "erase", "revoke");

    private DestructiveWords() {}

    static boolean in(String tool) {
        return BOUNDARY.splitAsStream(tool).anyMatch(word -> WORDS.contains(word.toLowerCase(Locale.ROOT)));
    }
}
