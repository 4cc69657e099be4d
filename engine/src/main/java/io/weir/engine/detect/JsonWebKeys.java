package io.weir.engine.detect;

import io.weir.engine.payload.Leaf;
import io.weir.engine.rule.Rule;
import io.weir.engine.validate.Ascii;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the private members of JSON Web Keys (RFC 7518, section 6). In a JSON body each is a leaf of its own, so only
 * the key type beside it tells what it is. Immutable and safe to share.
 */
final class JsonWebKeys {

    private static final String RULE = "json-web-key";
    private static final String KEY_TYPE = "kty";
    private static final Set<String> PRIVATE_MEMBERS = Set.of("d", "k", "p", "q", "dp", "dq", "qi");
    private static final int NAME_MAX = 2;
    private static final int VALUE_MIN = 20;

    // A key has no more members than that; farther leaves are not looked at, so that many keys stay linear.
    private static final int MEMBERS_MAX = 24;

    private final @Nullable Rule rule;

    /** What {@code json-web-key} finds in texts, if it is among the rules. */
    JsonWebKeys(List<Rule> rules) {
        this.rule = rules.stream()
                .filter(each -> each.id().equals(RULE))
                .findFirst()
                .orElse(null);
    }

    /** The whole leaf, if it is a private member of a key; null otherwise. */
    @Nullable
    Detection find(List<Leaf> leaves, int index) {
        Leaf leaf = leaves.get(index);
        if (rule == null || leaf.key().length() > NAME_MAX || !PRIVATE_MEMBERS.contains(leaf.key())) {
            return null;
        }
        if (!isKeyMaterial(leaf.text()) || !hasKeyTypeBeside(leaves, index)) {
            return null;
        }
        return new Detection(
                rule.id(),
                rule.dataClass(),
                rule.valueKind(),
                rule.confidence(),
                index,
                0,
                leaf.text().length());
    }

    private static boolean isKeyMaterial(String text) {
        return text.length() >= VALUE_MIN
                && text.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || c == '-' || c == '_');
    }

    private static boolean hasKeyTypeBeside(List<Leaf> leaves, int index) {
        String address = leaves.get(index).address();
        String sought = address.substring(0, address.lastIndexOf('/') + 1) + KEY_TYPE;
        int last = Math.min(leaves.size() - 1, index + MEMBERS_MAX);
        for (int i = Math.max(0, index - MEMBERS_MAX); i <= last; i++) {
            if (leaves.get(i).address().equals(sought)) {
                return true;
            }
        }
        return false;
    }
}
