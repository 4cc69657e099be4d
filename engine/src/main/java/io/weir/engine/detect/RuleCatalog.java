package io.weir.engine.detect;

import io.weir.engine.rule.Rule;
import io.weir.engine.rule.RuleDefinition;
import io.weir.engine.rule.RuleFile;
import io.weir.engine.rule.RuleFileException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules, read from rule files. A catalogue exists only if each rule finds what its examples say and nothing in its
 * counter-examples. Immutable and safe to share.
 */
public final class RuleCatalog {

    private static final String INDEX = "families.txt";
    private static final String SUFFIX = ".yaml";

    private final List<Rule> rules;

    RuleCatalog(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules that Weir ships. */
    public static RuleCatalog standard() {
        return Shipped.CATALOG;
    }

    /**
     * The rules of all files of a directory whose names end in {@code .yaml}, in the order of the names.
     *
     * @throws RuleFileException with all problems of the first file that has any
     * @throws IOException if the directory or a file cannot be read
     */
    public static RuleCatalog load(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> files = entries.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
            Loading loading = new Loading();
            for (Path file : files) {
                try (InputStream stream = Files.newInputStream(file)) {
                    loading.add(String.valueOf(file.getFileName()), stream);
                }
            }
            return loading.catalog();
        }
    }

    /** The rules of one file. */
    static RuleCatalog read(String file, InputStream stream) throws IOException {
        Loading loading = new Loading();
        loading.add(file, stream);
        return loading.catalog();
    }

    /** Ids of all rules, in the order of the files. */
    public List<String> ruleIds() {
        return rules.stream().map(Rule::id).toList();
    }

    /** All rules, in the order of the files. */
    public List<Rule> rules() {
        return rules;
    }

    /** Gathers the rules of several files. */
    private static final class Loading {

        private final List<Rule> rules = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();

        void add(String file, InputStream stream) throws IOException {
            RuleFile read = RuleFile.read(file, stream);
            List<String> problems = new ArrayList<>();
            for (RuleDefinition definition : read.rules()) {
                String problem = add(read.family(), definition);
                if (problem != null) {
                    problems.add("rule " + definition.id() + ": " + problem);
                }
            }
            if (!problems.isEmpty()) {
                throw new RuleFileException(file, problems);
            }
        }

        private @Nullable String add(String family, RuleDefinition definition) {
            if (!ids.add(definition.id())) {
                return "the id stands twice";
            }
            try {
                Rule rule = Rule.of(family, definition);
                RuleCheck.check(rule, definition);
                rules.add(rule);
                return null;
            } catch (IllegalArgumentException e) {
                return e.getMessage();
            }
        }

        RuleCatalog catalog() {
            return new RuleCatalog(rules);
        }
    }

    /** Loads once: compiling and checking takes its time. */
    private static final class Shipped {
        static final RuleCatalog CATALOG = load();

        private static RuleCatalog load() {
            Loading loading = new Loading();
            try (BufferedReader index =
                    new BufferedReader(new InputStreamReader(open(INDEX), StandardCharsets.UTF_8))) {
                for (String family : index.lines().toList()) {
                    String file = family + SUFFIX;
                    try (InputStream stream = open(file)) {
                        loading.add(file, stream);
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
