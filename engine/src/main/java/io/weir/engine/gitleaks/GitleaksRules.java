package io.weir.engine.gitleaks;

import io.weir.engine.expression.Expression;
import io.weir.engine.expression.ExpressionException;
import io.weir.engine.expression.ExpressionWriter;
import io.weir.engine.expression.Re2Parser;
import io.weir.engine.rule.Rule;
import io.weir.engine.rule.RuleDefinition;
import io.weir.engine.rule.RuleWarning;
import io.weir.engine.scan.Scanner;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates the rules of one file. Used by one thread. */
final class GitleaksRules {

    private static final int KEYWORD_REACH = 80;
    private static final int SECRET_GROUP_MAX = 100;
    private static final Set<String> KNOWN = Set.of(
            "id",
            "description",
            "regex",
            "secretGroup",
            "entropy",
            "keywords",
            "path",
            "tags",
            "allowlist",
            "allowlists",
            "required",
            "skipReport");

    private final String file;
    private final List<RuleWarning> warnings;
    private final List<Global> globals;

    /**
     * An allowance of the whole file.
     *
     * @param targets ids of the rules that it is for; empty for all
     */
    record Global(Set<String> targets, Allowance allowance) {}

    GitleaksRules(String file, List<RuleWarning> warnings, List<Global> globals) {
        this.file = file;
        this.warnings = warnings;
        this.globals = globals;
    }

    /** The rules that one rule of the file becomes; none where it cannot be used. */
    List<Rule> of(Toml written, List<String> problems) {
        List<String> own = new ArrayList<>();
        Toml table = written.reportingTo(own);
        String id = kebab(table.text("id"));
        if (id.isEmpty()) {
            problems.add("a rule has no 'id'");
            return List.of();
        }
        List<Rule> rules = new ArrayList<>();
        if (isUsable(id, table)) {
            List<Allowance> allowances = allowances(id, table, own);
            rules.addAll(rules(id, table, allowances, own));
        }
        own.forEach(problem -> problems.add("rule " + id + ": " + problem));
        return rules;
    }

    private static String kebab(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    private boolean isUsable(String id, Toml table) {
        table.others(KNOWN).forEach(member -> warn(id, "'" + member + "'", "it has no effect"));
        if (table.flag("skipReport")) {
            warn(id, "'skipReport'", "the rule is left out: it finds nothing by itself");
            return false;
        }
        if (table.has("required")) {
            warn(id, "'required'", "the rule finds its secret whatever is near by");
        }
        if (table.has("path") && !table.has("regex")) {
            warn(id, "'path' without 'regex'", "the rule is left out: a call has no files");
            return false;
        }
        if (table.has("path")) {
            warn(id, "'path'", "the rule is used for all texts: a call has no files");
        }
        return true;
    }

    private List<Allowance> allowances(String id, Toml table, List<String> problems) {
        List<Allowance> allowances = new ArrayList<>();
        AllowanceReader reader = new AllowanceReader(file, warnings);
        for (Toml list : table.tables("allowlist", "allowlists")) {
            Allowance allowance = reader.read(list, id, problems);
            if (allowance != null) {
                allowances.add(allowance);
            }
        }
        for (Global global : globals) {
            if (global.targets.isEmpty() || global.targets.contains(table.text("id"))) {
                allowances.add(global.allowance);
            }
        }
        return allowances;
    }

    private List<Rule> rules(String id, Toml table, List<Allowance> allowances, List<String> problems) {
        String regex = table.text("regex");
        double group = table.number("secretGroup");
        double entropy = table.number("entropy");
        List<String> keywords = table.texts("keywords");
        if (regex.isEmpty() || group > SECRET_GROUP_MAX) {
            problems.add("'regex' is missing, or 'secretGroup' is more than " + SECRET_GROUP_MAX);
            return List.of();
        }
        List<Rule> rules = new ArrayList<>();
        try {
            for (Expression alternative : Rewriting.alternatives(Re2Parser.parse(regex, (int) group))) {
                String name = rules.isEmpty() ? id : id + "-" + (rules.size() + 1);
                Expression bounded = Rewriting.bounded(Rewriting.withoutLead(alternative));
                rules.add(rule(anchored(name, bounded, entropy, keywords), allowances));
            }
        } catch (ExpressionException e) {
            problems.add("'regex' cannot be used: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        return rules;
    }

    private RuleDefinition anchored(String id, Expression expression, double entropy, List<String> keywords) {
        if (expression.min() == 0) {
            throw new IllegalArgumentException("'regex' fits the empty text");
        }
        RuleDefinition.Assignment assignment = NamedSecret.of(expression);
        if (assignment != null) {
            return definition(id, null, assignment, List.of(), entropy);
        }
        String pattern = ExpressionWriter.write(expression);
        RuleDefinition plain = definition(id, pattern, null, List.of(), entropy);
        if (keywords.isEmpty() || isFound(plain)) {
            return plain;
        }
        warn(
                id,
                "no literal stands in a fixed place of 'regex'",
                "it is tried only where one of 'keywords' stands at most " + KEYWORD_REACH + " units behind its start");
        return definition(id, pattern, null, keywords, entropy);
    }

    private static RuleDefinition definition(
            String id,
            @Nullable String pattern,
            RuleDefinition.@Nullable Assignment assignment,
            List<String> keywords,
            double entropy) {
        return new RuleDefinition(
                id,
                "",
                DataClass.SECRETS,
                ValueKind.SECRET,
                assignment == null ? Confidence.HIGH : Confidence.MEDIUM,
                null,
                pattern,
                assignment,
                null,
                keywords,
                keywords.isEmpty() ? 0 : KEYWORD_REACH,
                "any",
                entropy,
                true, // what counts for none is in the file's own allow lists
                RuleDefinition.Context.NONE,
                0,
                false,
                List.of(),
                List.of(),
                List.of());
    }

    private boolean isFound(RuleDefinition definition) {
        try {
            Scanner.of(List.of(Rule.of(family(), definition)));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Rule rule(RuleDefinition definition, List<Allowance> allowances) {
        Rule rule = Rule.of(family(), definition);
        return allowances.isEmpty() ? rule : rule.withValidator(Allowance.refusing(allowances));
    }

    private String family() {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private void warn(String rule, String feature, String instead) {
        warnings.add(new RuleWarning(file, rule, feature, instead));
    }
}
