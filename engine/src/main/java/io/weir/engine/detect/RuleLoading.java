package io.weir.engine.detect;

import io.weir.engine.gitleaks.GitleaksFile;
import io.weir.engine.rule.Rule;
import io.weir.engine.rule.RuleDefinition;
import io.weir.engine.rule.RuleFile;
import io.weir.engine.rule.RuleFileException;
import io.weir.engine.rule.RuleText;
import io.weir.engine.rule.RuleWarning;
import io.weir.engine.scan.Scanner;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers the rules of several files, and all that is wrong with them. Used by one thread. */
final class RuleLoading {

    private static final int RULES_MAX = 20_000;

    private final List<Rule> rules;
    private final List<RuleWarning> warnings;
    private final Set<String> ids;
    private final Map<String, List<String>> problems = new LinkedHashMap<>();
    private final List<Added> added = new ArrayList<>();
    private final List<RuleFileException> failures = new ArrayList<>();

    /**
     * A rule that is still to be checked.
     *
     * @param place file that it comes from
     * @param text of the file, to tell where in it the rule stands
     * @param definition with its examples; null where the format has none
     * @param own whether it is the operator's
     */
    private record Added(
            String place, String text, Rule rule, @Nullable RuleDefinition definition, boolean own) {}

    /** A loading that adds to these rules. */
    RuleLoading(RuleCatalog base) {
        this.rules = new ArrayList<>(base.rules());
        this.warnings = new ArrayList<>(base.warnings());
        this.ids = new HashSet<>(base.ruleIds());
    }

    /** Adds a file that Weir ships. */
    void addShipped(String file, InputStream stream) throws IOException {
        addYaml(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8), false);
    }

    /** Adds definitions of the operator's. */
    void addOwn(String file, List<RuleDefinition> definitions) {
        definitions.forEach(definition -> add(file, file, "", definition, true));
    }

    /** Adds a file of the operator's. */
    void addOwn(RuleText file) {
        try {
            if (file.file().toLowerCase(Locale.ROOT).endsWith(".toml")) {
                addToml(file.file(), file.text());
            } else {
                addYaml(file.file(), file.text(), true);
            }
        } catch (RuleFileException e) {
            failures.add(e);
        }
    }

    /**
     * All rules.
     *
     * @throws RuleFileException with all that is wrong
     */
    RuleCatalog catalog() {
        check();
        problems.forEach((file, lines) -> failures.add(new RuleFileException(file, lines)));
        if (rules.size() > RULES_MAX) {
            failures.add(new RuleFileException("rules", List.of("there are more than " + RULES_MAX)));
        }
        if (!failures.isEmpty()) {
            throw RuleFileException.all(failures);
        }
        return new RuleCatalog(rules, warnings);
    }

    /** Compiles all that was added to one scanner, and holds each rule against what is said of it. */
    private void check() {
        Map<Rule, String> refused = new IdentityHashMap<>();
        RuleCheck check =
                new RuleCheck(Scanner.of(added.stream().map(Added::rule).toList(), refused::put));
        for (Added one : added) {
            String problem = refused.getOrDefault(one.rule(), problem(check, one));
            if (problem != null) {
                refuse(
                        one.place(),
                        at(one.text(), one.rule().id()) + "rule " + one.rule().id() + ": " + problem);
            }
        }
    }

    private static @Nullable String problem(RuleCheck check, Added one) {
        RuleDefinition definition = one.definition();
        String problem = definition == null ? null : check.examples(one.rule(), definition);
        return problem == null && one.own() ? check.silence(one.rule()) : problem;
    }

    private void refuse(String file, String problem) {
        problems.computeIfAbsent(file, any -> new ArrayList<>()).add(problem);
    }

    private void addYaml(String file, String text, boolean own) {
        RuleFile read = RuleFile.read(file, text);
        for (RuleDefinition definition : read.rules()) {
            add(file, read.family(), text, definition, own);
        }
    }

    private void add(String file, String family, String text, RuleDefinition definition, boolean own) {
        if (!ids.add(definition.id())) {
            refuse(file, at(text, definition.id()) + "rule " + definition.id() + ": the id stands twice");
            return;
        }
        try {
            add(new Added(file, text, Rule.of(family, definition), definition, own));
        } catch (IllegalArgumentException e) {
            refuse(file, at(text, definition.id()) + "rule " + definition.id() + ": " + e.getMessage());
        }
    }

    private void add(Added one) {
        rules.add(one.rule());
        added.add(one);
    }

    private void addToml(String file, String text) {
        GitleaksFile read = GitleaksFile.read(file, text);
        for (Rule rule : read.rules()) {
            try {
                add(new Added(file, text, named(file, rule), null, true));
            } catch (IllegalArgumentException e) {
                refuse(file, at(text, rule.id()) + "rule " + rule.id() + ": " + e.getMessage());
            }
        }
        warnings.addAll(read.warnings());
    }

    /** The rule under an id that is free: files in the format of gitleaks share many ids with our own rules. */
    private Rule named(String file, Rule rule) {
        if (ids.add(rule.id())) {
            return rule;
        }
        String stem = rule.family().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String other = stem + "-" + rule.id();
        if (!ids.add(other)) {
            throw new IllegalArgumentException("the id stands twice");
        }
        warnings.add(new RuleWarning(file, rule.id(), "another rule has this id", "it is called " + other));
        return rule.withId(other);
    }

    /** The last line in which an id is given, where it can be told. */
    private static String at(String text, @Nullable String id) {
        Matcher place = Pattern.compile(
                        "^[ \\t-]*id[ \\t]*[:=][ \\t]*[\"']?" + Pattern.quote(String.valueOf(id)) + "[\"']?[ \\t]*$",
                        Pattern.MULTILINE)
                .matcher(text);
        int line = 0;
        while (place.find()) {
            line = 1 + (int) text.substring(0, place.start()).lines().count();
        }
        return line == 0 ? "" : "line " + line + ": ";
    }
}
