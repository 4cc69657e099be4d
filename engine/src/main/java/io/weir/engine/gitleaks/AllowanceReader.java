package io.weir.engine.gitleaks;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.weir.engine.rule.RuleWarning;
import io.weir.engine.validate.Ascii;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the allow lists of a file and says what of them has no effect. Used by one thread. */
final class AllowanceReader {

    private static final Set<String> KNOWN = Set.of(
            "commits", "condition", "description", "paths", "regexTarget", "regexes", "stopwords", "targetRules");

    private final String file;
    private final List<RuleWarning> warnings;

    AllowanceReader(String file, List<RuleWarning> warnings) {
        this.file = file;
        this.warnings = warnings;
    }

    /**
     * What an allow list says about secrets; null where it says nothing.
     *
     * @param rule whose list it is; empty for the file's own
     * @param problems where problems go
     */
    @Nullable
    Allowance read(Toml list, String rule, List<String> problems) {
        list.others(KNOWN).forEach(member -> warn(rule, "'" + member + "' in an allow list", "it has no effect"));
        boolean all = isAnd(list, problems);
        boolean placed = list.has("paths") || list.has("commits");
        if (placed) {
            String instead = all && hasContent(list)
                    ? "the list has no effect: a call has neither, and all conditions are needed"
                    : "they have no effect: a call has neither";
            warn(rule, "'paths' or 'commits' in an allow list", instead);
        }
        List<Pattern> expressions = expressions(list, problems);
        List<String> stopWords =
                list.texts("stopwords").stream().map(Ascii::lower).toList();
        String target = list.text("regexTarget");
        if (!expressions.isEmpty() && !target.isEmpty() && !target.equals("secret")) {
            warn(
                    rule,
                    "'regexTarget = \"" + target + "\"'",
                    "its expressions have no effect: only the secret itself is looked at, and more is found");
            if (all) {
                return null;
            }
            expressions = List.of();
        }
        boolean empty = expressions.isEmpty() && stopWords.isEmpty();
        return empty || (all && placed) ? null : new Allowance(expressions, stopWords, all);
    }

    private static boolean isAnd(Toml list, List<String> problems) {
        String condition = list.text("condition").toUpperCase(Locale.ROOT);
        return switch (condition) {
            case "AND", "&&" -> true;
            case "", "OR", "||" -> false;
            default -> {
                problems.add("'condition' of an allow list is neither AND nor OR");
                yield false;
            }
        };
    }

    private static boolean hasContent(Toml list) {
        return list.has("regexes") || list.has("stopwords");
    }

    private static List<Pattern> expressions(Toml list, List<String> problems) {
        List<Pattern> expressions = new ArrayList<>();
        for (String regex : list.texts("regexes")) {
            try {
                expressions.add(Pattern.compile(regex));
            } catch (PatternSyntaxException e) {
                problems.add("an expression of an allow list cannot be read: " + e.getDescription());
            }
        }
        return expressions;
    }

    private void warn(String rule, String feature, String instead) {
        warnings.add(new RuleWarning(file, rule, feature, instead));
    }
}
