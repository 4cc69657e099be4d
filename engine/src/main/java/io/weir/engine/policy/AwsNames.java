package io.weir.engine.policy;

import io.weir.engine.payload.Leaf;
import io.weir.engine.policy.Resources.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what calls of AWS name in its own ways: resource names (ARN), and tags as pairs of key and value. */
final class AwsNames {

    private static final int ARN_LENGTH_MAX = 2_048;
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:[a-z0-9-]+:([a-z0-9-]*):([0-9]{12}|aws|):([^:]*)(?::.*)?", Pattern.DOTALL);
    private static final Pattern PRINCIPAL = Pattern.compile("(?:user|role|group)/(?:[^/]+/)*([^/]+)");
    private static final List<String> KEYS = List.of("key", "tagkey");
    private static final List<String> VALUES = List.of("value", "tagvalue");

    private AwsNames() {}

    /** Region, account and principal of a text that is the name of a resource. */
    static void ofResource(String text, BiConsumer<Kind, String> found) {
        if (!text.startsWith("arn:aws") || text.length() > ARN_LENGTH_MAX) {
            return;
        }
        Matcher arn = ARN.matcher(text);
        if (!arn.matches()) {
            return;
        }
        if (!arn.group(1).isEmpty()) {
            found.accept(Kind.REGION, arn.group(1));
        }
        if (!arn.group(2).isEmpty()) {
            found.accept(Kind.ACCOUNT, arn.group(2));
        }
        Matcher principal = PRINCIPAL.matcher(arn.group(3));
        if (principal.matches()) {
            found.accept(Kind.PRINCIPAL, principal.group(1));
            found.accept(Kind.PRINCIPAL, text);
        }
    }

    /** Tags that stand as objects of two members, as {@code [{"Key": "env", "Value": "production"}]}. */
    static void ofPairs(List<Leaf> leaves, BiConsumer<String, String> found) {
        Map<String, String> keys = new HashMap<>();
        Map<String, String> values = new HashMap<>();
        for (Leaf leaf : leaves) {
            String name = leaf.key().toLowerCase(Locale.ROOT);
            String object =
                    leaf.address().substring(0, Math.max(0, leaf.address().lastIndexOf('/')));
            if (KEYS.contains(name)) {
                keys.put(object, leaf.text());
            } else if (VALUES.contains(name)) {
                values.put(object, leaf.text());
            }
        }
        keys.forEach((object, key) -> {
            String value = values.get(object);
            if (value != null) {
                found.accept(key, value);
            }
        });
    }
}
