package io.weir.engine.detect;

import io.weir.engine.gitleaks.GitleaksFile;
import io.weir.engine.rule.Rule;
import io.weir.engine.rule.RuleDefinition;
import io.weir.engine.rule.RuleFile;
import io.weir.engine.rule.RuleFileException;
import io.weir.engine.rule.RuleText;
import io.weir.engine.rule.RuleWarning;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
    private final List<RuleFileException> failures = new ArrayList<>();

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
        for (RuleDefinition definition : definitions) {
            String problem = add(file, definition, true);
            if (problem != null) {
                failures.add(new RuleFileException(file, List.of("rule " + definition.id() + ": " + problem)));
            }
        }
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
        if (rules.size() > RULES_MAX) {
            failures.add(new RuleFileException("rules", List.of("there are more than " + RULES_MAX)));
        }
        if (!failures.isEmpty()) {
            throw RuleFileException.all(failures);
        }
        return new RuleCatalog(rules, warnings);
    }

    private void addYaml(String file, String text, boolean own) {
        RuleFile read = RuleFile.read(file, text);
        List<String> problems = new ArrayList<>();
        for (RuleDefinition definition : read.rules()) {
            String problem = add(read.family(), definition, own);
            if (problem != null) {
                problems.add(at(text, definition.id()) + "rule " + definition.id() + ": " + problem);
            }
        }
        if (!problems.isEmpty()) {
            throw new RuleFileException(file, problems);
        }
    }

    private @Nullable String add(String family, RuleDefinition definition, boolean own) {
        if (!ids.add(definition.id())) {
            return "the id stands twice";
        }
        try {
            Rule rule = Rule.of(family, definition);
            RuleCheck.check(rule, definition);
            if (own) {
                RuleCheck.checkSilence(rule);
            }
            rules.add(rule);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private void addToml(String file, String text) {
        GitleaksFile read = GitleaksFile.read(file, text);
        List<String> problems = new ArrayList<>();
        for (Rule rule : read.rules()) {
            try {
                RuleCheck.checkSilence(rule);
                rules.add(named(file, rule));
            } catch (IllegalArgumentException e) {
                problems.add(at(text, rule.id()) + "rule " + rule.id() + ": " + e.getMessage());
            }
        }
        warnings.addAll(read.warnings());
        if (!problems.isEmpty()) {
            throw new RuleFileException(file, problems);
        }
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
