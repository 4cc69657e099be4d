package io.weir.engine.detect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules, read from rule files. A catalogue exists only if each rule finds what its examples say and nothing in its
 * counter-examples. Immutable and safe to share.
 */
public final class RuleCatalog {

    private static final List<String> SHIPPED = List.of(
            "cloud",
            "code-hosting",
            "chat",
            "artificial-intelligence",
            "structural",
            "named-secrets",
            "payment",
            "identity",
            "contact",
            "internal");

    private final List<Rule> rules;

    RuleCatalog(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules that Weir ships. */
    public static RuleCatalog standard() {
        return Shipped.CATALOG;
    }

    /** Ids of all rules, in the order of the files. */
    public List<String> ruleIds() {
        return rules.stream().map(Rule::id).toList();
    }

    List<Rule> rules() {
        return rules;
    }

    /** Loads once: compiling and checking costs tens of milliseconds. */
    private static final class Shipped {
        static final RuleCatalog CATALOG = load();

        private static RuleCatalog load() {
            List<Rule> rules = new ArrayList<>();
            for (String family : SHIPPED) {
                rules.addAll(family(family));
            }
            return new RuleCatalog(rules);
        }

        private static List<Rule> family(String family) {
            String file = family + ".yaml";
            try (InputStream stream = RuleCatalog.class.getResourceAsStream(file)) {
                if (stream == null) {
                    throw new IllegalStateException("the rule file " + file + " is missing from the engine's jar");
                }
                return RuleFile.read(file, stream);
            } catch (IOException e) {
                throw new UncheckedIOException("the rule file " + file + " cannot be read", e);
            }
        }
    }
}
