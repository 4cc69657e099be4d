package io.weir.engine.gitleaks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import io.weir.engine.rule.Rule;
import io.weir.engine.rule.RuleFileException;
import io.weir.engine.rule.RuleWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A rule file in the format of gitleaks (github.com/gitleaks/gitleaks, README, "Configuration"). Its rules find
 * secrets.
 *
 * @param rules in the order of the file
 * @param warnings what is done differently
 */
public record GitleaksFile(List<Rule> rules, List<RuleWarning> warnings) {

    private static final TomlMapper MAPPER = new TomlMapper();
    private static final Set<String> KNOWN =
            Set.of("title", "description", "minVersion", "extend", "rules", "allowlist", "allowlists");

    /**
     * Reads a file.
     *
     * @param file its name
     * @throws RuleFileException with all that is wrong
     */
    public static GitleaksFile read(String file, String toml) {
        JsonNode root;
        try {
            root = MAPPER.readTree(toml);
        } catch (JsonProcessingException e) {
            throw RuleFileException.unreadable(file, e);
        }
        Reading reading = new Reading(file, root);
        List<Rule> rules = reading.rules();
        if (!reading.problems.isEmpty()) {
            throw new RuleFileException(file, reading.problems);
        }
        return new GitleaksFile(List.copyOf(rules), List.copyOf(reading.warnings));
    }

    /** One file at work. */
    private static final class Reading {

        private final String file;
        private final Toml root;
        private final List<String> problems = new ArrayList<>();
        private final List<RuleWarning> warnings = new ArrayList<>();

        Reading(String file, JsonNode root) {
            this.file = file;
            this.root = new Toml(root, problems);
        }

        List<Rule> rules() {
            root.others(KNOWN).forEach(member -> warn("'" + member + "'", "it has no effect"));
            if (root.has("extend")) {
                warn("'[extend]'", "it has no effect: the shipped rules are always used, and all files of a directory");
            }
            GitleaksRules translation = new GitleaksRules(file, warnings, globalAllowances());
            List<Rule> rules = new ArrayList<>();
            for (Toml rule : root.tables("rules")) {
                rules.addAll(translation.of(rule, problems));
            }
            if (rules.isEmpty() && problems.isEmpty()) {
                problems.add("it has no rule that can be used under '[[rules]]'");
            }
            return rules;
        }

        private List<GitleaksRules.Global> globalAllowances() {
            AllowanceReader reader = new AllowanceReader(file, warnings);
            List<GitleaksRules.Global> allowances = new ArrayList<>();
            for (Toml list : root.tables("allowlist", "allowlists")) {
                Allowance allowance = reader.read(list, "", problems);
                if (allowance != null) {
                    allowances.add(new GitleaksRules.Global(Set.copyOf(list.texts("targetRules")), allowance));
                }
            }
            return allowances;
        }

        private void warn(String feature, String instead) {
            warnings.add(new RuleWarning(file, "", feature, instead));
        }
    }
}
