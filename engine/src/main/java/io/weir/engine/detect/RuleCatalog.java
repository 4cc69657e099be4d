package io.weir.engine.detect;

import io.weir.engine.rule.Rule;
import io.weir.engine.rule.RuleDefinition;
import io.weir.engine.rule.RuleFileException;
import io.weir.engine.rule.RuleText;
import io.weir.engine.rule.RuleWarning;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/**
 * The rules, read from rule files. A catalogue exists only if each rule finds what its examples say and nothing in its
 * counter-examples. Immutable and safe to share.
 */
public final class RuleCatalog {

    private static final String INDEX = "families.txt";
    private static final String SUFFIX = ".yaml";

    private static final RuleCatalog EMPTY = new RuleCatalog(List.of(), List.of());

    private final List<Rule> rules;
    private final List<RuleWarning> warnings;

    RuleCatalog(List<Rule> rules, List<RuleWarning> warnings) {
        this.rules = List.copyOf(rules);
        this.warnings = List.copyOf(warnings);
    }

    /** The rules that Weir ships. */
    public static RuleCatalog standard() {
        return Shipped.CATALOG;
    }

    /**
     * The rules of some files.
     *
     * @throws RuleFileException with all problems of all files
     */
    public static RuleCatalog load(List<RuleText> files) {
        return EMPTY.extendedBy(files);
    }

    /**
     * These rules and then those of some files.
     *
     * @throws RuleFileException with all problems of all files
     */
    public RuleCatalog extendedBy(List<RuleText> files) {
        RuleLoading loading = new RuleLoading(this);
        files.forEach(loading::addOwn);
        return loading.catalog();
    }

    /**
     * The rules of these definitions, each held against its examples.
     *
     * @param file that they come from, for messages
     * @throws RuleFileException with all problems
     */
    public static RuleCatalog of(String file, List<RuleDefinition> definitions) {
        RuleLoading loading = new RuleLoading(EMPTY);
        loading.addOwn(file, definitions);
        return loading.catalog();
    }

    /** The rules of one file. */
    static RuleCatalog read(String file, InputStream stream) throws IOException {
        RuleLoading loading = new RuleLoading(EMPTY);
        loading.addShipped(file, stream);
        return loading.catalog();
    }

    /** Ids of all rules, in the order of the files. */
    public List<String> ruleIds() {
        return rules.stream().map(Rule::id).toList();
    }

    /** The rules that are not optional. */
    public RuleCatalog withoutOptional() {
        return where(rule -> !rule.optional());
    }

    /** The rules that fit a condition. */
    public RuleCatalog where(Predicate<Rule> condition) {
        return new RuleCatalog(rules.stream().filter(condition).toList(), warnings);
    }

    /** All rules, in the order of the files. */
    public List<Rule> rules() {
        return rules;
    }

    /** What is done differently from what the files say. */
    public List<RuleWarning> warnings() {
        return warnings;
    }

    /** Loads once: compiling and checking takes its time. */
    private static final class Shipped {
        static final RuleCatalog CATALOG = load();

        private static RuleCatalog load() {
            RuleLoading loading = new RuleLoading(EMPTY);
            try (BufferedReader index =
                    new BufferedReader(new InputStreamReader(open(INDEX), StandardCharsets.UTF_8))) {
                for (String family : index.lines().toList()) {
                    String file = family + SUFFIX;
                    try (InputStream stream = open(file)) {
                        loading.addShipped(file, stream);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the engine's own rule files cannot be read", e);
            }
            return loading.catalog();
        }

        private static InputStream open(String file) {
            InputStream stream = RuleCatalog.class.getResourceAsStream(file);
            if (stream == null) {
                throw new IllegalStateException("the rule file " + file + " is missing from the engine's jar");
            }
            return stream;
        }
    }
}
