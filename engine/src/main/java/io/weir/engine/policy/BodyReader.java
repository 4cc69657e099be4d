package io.weir.engine.policy;

import com.google.re2j.Pattern;
import io.weir.engine.policy.text.Fields;
import io.weir.engine.policy.text.Node;
import io.weir.engine.policy.text.Node.Scalar;
import io.weir.engine.policy.text.Problems;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads conditions on what the call sends: phrases, values at paths, expressions over texts. For one thread. */
final class BodyReader {

    private final Problems problems;
    private final Expressions expressions;

    BodyReader(Problems problems, Expressions expressions) {
        this.problems = problems;
        this.expressions = expressions;
    }

    @Nullable
    Clause contains(Node node, String key, boolean all) {
        List<String> phrases = Fields.texts(node, key, problems).stream()
                .map(phrase -> phrase.toLowerCase(Locale.ROOT))
                .filter(phrase -> !phrase.isEmpty())
                .toList();
        if (phrases.isEmpty()) {
            return null;
        }
        List<Phrase> sought = phrases.stream().map(Phrase::of).toList();
        return new SingleTest(
                key + " " + phrases,
                facts -> facts.content() == null ? Truth.UNKNOWN : Truth.of(holds(facts, sought, all)),
                facts -> "the body holds " + held(facts, sought) + " of " + phrases.size());
    }

    /** A phrase, and the keys that filters know it by. */
    private static final class Phrase {

        private final String text;
        private final int[] keys;

        private Phrase(String text, int[] keys) {
            this.text = text;
            this.keys = keys;
        }

        static Phrase of(String text) {
            return new Phrase(text, PhraseFilter.keys(text));
        }

        boolean isIn(CallFacts facts) {
            return facts.bodyHolds(text, keys);
        }
    }

    private static boolean holds(CallFacts facts, List<Phrase> phrases, boolean all) {
        for (Phrase phrase : phrases) {
            if (phrase.isIn(facts) != all) {
                return !all;
            }
        }
        return all;
    }

    private static long held(CallFacts facts, List<Phrase> phrases) {
        return phrases.stream().filter(phrase -> phrase.isIn(facts)).count();
    }

    private record PathAndValue(BodyPath path, Node value) {}

    private @Nullable PathAndValue pathAndValue(Node node, String key, String member) {
        Fields fields = Fields.of(node, "'" + key + "'", problems);
        String path = fields.requiredText("path");
        Node value = fields.take(member);
        fields.finish("member of '" + key + "'");
        if (value == null) {
            problems.error(node.place(), "'" + key + "' needs '" + member + "'");
            return null;
        }
        try {
            return path.isEmpty() ? null : new PathAndValue(BodyPath.of(path), value);
        } catch (IllegalArgumentException e) {
            problems.error(node.place(), "'" + key + "': " + e.getMessage());
            return null;
        }
    }

    @Nullable
    Clause pathEquals(Node node) {
        PathAndValue wanted = pathAndValue(node, "body_path_equals", "value");
        if (wanted == null) {
            return null;
        }
        if (!(wanted.value() instanceof Scalar scalar)) {
            problems.error(wanted.value().place(), "'value' must be a text, a number, true, false or nothing");
            return null;
        }
        String value = String.valueOf(scalar.value());
        return atPath("body_path_equals " + wanted.path() + " " + value, wanted.path(), found -> equal(found, scalar));
    }

    private static boolean equal(Object found, Scalar wanted) {
        if (found instanceof Number left && wanted.value() instanceof Number right) {
            return Double.compare(left.doubleValue(), right.doubleValue()) == 0;
        }
        return found.equals(wanted.value());
    }

    /** Of the value in a call with the one in a rule. */
    interface Comparison {
        boolean holds(double left, double right);
    }

    @Nullable
    Clause path(Node node, String key, Comparison comparison) {
        PathAndValue wanted = pathAndValue(node, key, "value");
        Double limit = wanted == null ? null : Fields.number(wanted.value(), "value", problems);
        if (wanted == null || limit == null) {
            return null;
        }
        return atPath(
                key + " " + wanted.path() + " " + limit, wanted.path(), found -> compares(found, limit, comparison));
    }

    /** Numbers in text count too: an agent that quotes an amount must not slip past a limit. */
    private static boolean compares(Object found, double limit, Comparison comparison) {
        if (found instanceof Number number) {
            return comparison.holds(number.doubleValue(), limit);
        }
        try {
            return found instanceof String text
                    && text.length() < 40
                    && comparison.holds(Double.parseDouble(text.strip()), limit);
        } catch (NumberFormatException e) {
            return false;
        }
    }

    @Nullable
    Clause pathMatches(Node node) {
        PathAndValue wanted = pathAndValue(node, "body_path_matches", "expression");
        Pattern expression = wanted == null ? null : expressions.regular(wanted.value(), "expression");
        return wanted == null || expression == null
                ? null
                : atPath(
                        "body_path_matches " + wanted.path() + " " + expression.pattern(),
                        wanted.path(),
                        found -> found instanceof String text
                                && expression.matcher(text).find());
    }

    private static Clause atPath(String text, BodyPath path, Predicate<Object> holds) {
        return new SingleTest(
                text,
                facts -> {
                    Content content = facts.content();
                    return content == null
                            ? Truth.UNKNOWN
                            : Truth.of(
                                    path.values(content.input().body()).stream().anyMatch(holds));
                },
                facts -> {
                    Content content = facts.content();
                    int count = content == null
                            ? 0
                            : path.values(content.input().body()).size();
                    return count + " values at " + path;
                });
    }

    @Nullable
    Clause matches(Node node) {
        Pattern expression = expressions.regular(node, "body_matches");
        return expression == null
                ? null
                : new SingleTest(
                        "body_matches " + expression.pattern(),
                        facts -> {
                            Content content = facts.content();
                            return content == null
                                    ? Truth.UNKNOWN
                                    : Truth.of(content.payload().leaves().stream()
                                            .filter(leaf -> leaf.address().startsWith("/body"))
                                            .anyMatch(leaf -> expression
                                                    .matcher(leaf.text())
                                                    .find()));
                        },
                        facts -> facts.bodyTexts().size() + " texts in the body");
    }

    @Nullable
    Clause urlMatches(Node node) {
        Pattern expression = expressions.regular(node, "url_matches");
        return expression == null
                ? null
                : new SingleTest(
                        "url_matches " + expression.pattern(),
                        facts -> {
                            Content content = facts.content();
                            return content == null
                                    ? Truth.UNKNOWN
                                    : Truth.of(expression
                                            .matcher(content.input().url())
                                            .find());
                        },
                        facts -> facts.subject().call().method() + " call");
    }
}
