package io.weir.engine.destination;

import io.weir.engine.payload.Leaf;
import io.weir.engine.words.WordLists;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells from the names of members what their values say about where a call goes. A name that is not listed may be put
 * together from one that is, as {@code to_account}; a name that says only that there is a value goes by the member
 * around it, as in {@code {"recipients": [{"value": ...}]}}.
 */
final class MemberRoles {

    private static final Pattern BOUNDARY = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+");
    private static final Pattern POSITION = Pattern.compile("\\d{1,9}");

    /** First words by which a name says that its value is where something goes. */
    private static final Set<String> TOWARDS = Set.of("to", "target", "dest", "destination", "recipient", "receiver");

    /** Last words that say only in which form a value names its thing. */
    private static final Set<String> FORMS =
            Set.of("id", "ids", "name", "number", "address", "addresses", "list", "uri");

    private static final Set<String> NEUTRAL =
            Set.of("value", "values", "address", "id", "identifier", "handle", "login");

    private final Map<String, DestinationRole> byName =
            WordLists.readDistinct(MemberRoles.class, "destinations.properties", DestinationRole.class);

    /** The role of the member that a leaf of a call's body stands in; null where it has none. */
    @Nullable
    DestinationRole of(Leaf leaf) {
        String plain = plain(leaf.key());
        DestinationRole own = named(leaf.key(), plain);
        if (isPlace(own) || !NEUTRAL.contains(plain)) {
            return own;
        }
        String member = memberAround(leaf.address());
        DestinationRole around = named(member, plain(member));
        return isPlace(around) ? around : own;
    }

    private static boolean isPlace(@Nullable DestinationRole role) {
        return role != null && role.isPlace();
    }

    private @Nullable DestinationRole named(String member, String plain) {
        DestinationRole listed = byName.get(plain);
        // A large body has many members, and few of their names are put together so.
        boolean together =
                TOWARDS.stream().anyMatch(plain::startsWith) || FORMS.stream().anyMatch(plain::endsWith);
        return listed == null && together ? composed(member) : listed;
    }

    private @Nullable DestinationRole composed(String member) {
        List<String> words = new ArrayList<>(List.of(plainWords(member)));
        boolean towards = words.size() > 1 && TOWARDS.contains(words.get(0));
        if (towards) {
            words.remove(0);
        }
        if (words.size() > 1 && FORMS.contains(words.get(words.size() - 1))) {
            words.remove(words.size() - 1);
        }
        String name = String.join("", words);
        DestinationRole role = byName.get(name);
        // Where nothing says that it is the other side's, an account is often one's own, and an e-mail a message.
        boolean unclear = role == DestinationRole.ACCOUNT || name.startsWith("email");
        return isPlace(role) && (towards || !unclear) ? role : null;
    }

    /** The name of the nearest object member around the one that an address ends with; empty where there is none. */
    private static String memberAround(String address) {
        List<String> steps = new ArrayList<>(List.of(address.split("/")));
        steps.removeIf(step -> POSITION.matcher(step).matches());
        return steps.size() < 4 ? "" : steps.get(steps.size() - 2);
    }

    private static String[] plainWords(String member) {
        String[] words = BOUNDARY.split(member);
        for (int i = 0; i < words.length; i++) {
            words[i] = plain(words[i]);
        }
        return words;
    }

    private static String plain(String member) {
        StringBuilder plain = new StringBuilder(member.length());
        for (char c : member.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
