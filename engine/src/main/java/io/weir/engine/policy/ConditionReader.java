package io.weir.engine.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.weir.engine.policy.text.Fields;
import io.weir.engine.policy.text.Node;
import io.weir.engine.policy.text.Node.Member;
import io.weir.engine.policy.text.Node.Scalar;
import io.weir.engine.policy.text.Node.Sequence;
import io.weir.engine.policy.text.Problems;
import io.weir.schemas.event.Finding;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.RiskBand;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a rule; all that stand side by side must hold. For one thread. */
final class ConditionReader {

    private static final int DEPTH_MAX = 16;
    private static final int EXPRESSION_LENGTH_MAX = 2_000;

    private final Problems problems;
    private final Map<String, Function<Node, @Nullable Clause>> keys = new LinkedHashMap<>();
    private @Nullable Confidence confidence;
    private int depth;

    ConditionReader(Problems problems) {
        this.problems = problems;
        keys.put("has_data_class", this::hasDataClass);
        keys.put("has_data_class_min_confidence", node -> null);
        keys.put("body_contains_any", node -> bodyContains(node, "body_contains_any", false));
        keys.put("body_contains_all", node -> bodyContains(node, "body_contains_all", true));
        keys.put("body_path_equals", this::bodyPathEquals);
        keys.put("body_path_gt", node -> bodyPath(node, "body_path_gt", (left, right) -> left > right));
        keys.put("body_path_gte", node -> bodyPath(node, "body_path_gte", (left, right) -> left >= right));
        keys.put("body_path_lt", node -> bodyPath(node, "body_path_lt", (left, right) -> left < right));
        keys.put("body_path_lte", node -> bodyPath(node, "body_path_lte", (left, right) -> left <= right));
        keys.put("body_path_matches", this::bodyPathMatches);
        keys.put("body_matches", this::bodyMatches);
        keys.put("url_matches", this::urlMatches);
        keys.put(
                "body_size_bytes_gt",
                node -> above(node, "body_size_bytes_gt", facts ->
                        (double) facts.subject().call().bodyBytes()));
        keys.put("is_external_principal", this::isExternal);
        keys.put(
                "risk_score_gt",
                node -> above(node, "risk_score_gt", facts -> facts.judgement().riskScore()));
        keys.put("risk_band", this::riskBand);
        keys.put("time_of_day_outside", this::timeOfDayOutside);
        keys.put("linked_read", node -> LineageReader.read(node, problems));
        PastReader past = new PastReader(problems);
        keys.put("session", past::session);
        keys.put("count", past::count);
        keys.put("is_new_destination", node -> past.newDestination(node, "is_new_destination"));
        keys.put("new_resource", node -> past.newDestination(node, "new_resource"));
        keys.put("is_volume_burst", node -> past.volumeBurst(node, "is_volume_burst"));
        keys.put("volume_burst", node -> past.volumeBurst(node, "volume_burst"));
        StandingReader standing = new StandingReader(problems);
        standing.keys().forEach(key -> keys.put(key, node -> standing.read(key, node)));
        keys.put("expression", this::expression);
        keys.put("all", node -> group(node, "all", Group.Kind.ALL));
        keys.put("any", node -> group(node, "any", Group.Kind.ANY));
        keys.put("not", this::not);
    }

    /** All keys. */
    Set<String> keys() {
        return keys.keySet();
    }

    /** The clauses of conditions that stand side by side. */
    List<Clause> read(List<Member> members) {
        Confidence outer = confidence;
        confidence = minConfidence(members);
        List<Clause> clauses = new ArrayList<>();
        for (Member member : members) {
            Function<Node, @Nullable Clause> key = keys.get(member.name());
            if (key == null) {
                problems.unknown(member.place(), "condition", member.name(), keys.keySet());
            } else {
                Clause clause = key.apply(member.value());
                if (clause != null) {
                    clauses.add(clause);
                }
            }
        }
        confidence = outer;
        return clauses;
    }

    private @Nullable Confidence minConfidence(List<Member> members) {
        for (Member member : members) {
            if (member.name().equals("has_data_class_min_confidence")) {
                String text = Fields.text(member.value(), member.name(), problems);
                if (members.stream().noneMatch(other -> other.name().equals("has_data_class"))) {
                    problems.error(member.place(), "'" + member.name() + "' needs 'has_data_class' beside it");
                }
                return text == null
                        ? null
                        : Fields.word(text, member.place(), member.name(), Confidence.class, problems);
            }
        }
        return null;
    }

    private @Nullable Clause hasDataClass(Node node) {
        Set<DataClass> classes = Fields.words(node, "has_data_class", DataClass.class, problems);
        Confidence least = confidence == null ? Confidence.LOW : confidence;
        if (classes.isEmpty()) {
            return null;
        }
        String text = "has_data_class " + classes + (confidence == null ? "" : " from " + least);
        return new SingleTest(
                text, facts -> Truth.of(found(facts, classes, least)), facts -> "found " + facts.dataClasses());
    }

    private static boolean found(CallFacts facts, Set<DataClass> classes, Confidence least) {
        for (Finding finding : facts.subject().findings()) {
            if (classes.contains(finding.dataClass()) && finding.confidence().compareTo(least) >= 0) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Clause bodyContains(Node node, String key, boolean all) {
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

    private @Nullable Clause bodyPathEquals(Node node) {
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

    private interface Comparison {
        boolean holds(double left, double right);
    }

    private @Nullable Clause bodyPath(Node node, String key, Comparison comparison) {
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

    private @Nullable Clause bodyPathMatches(Node node) {
        PathAndValue wanted = pathAndValue(node, "body_path_matches", "expression");
        Pattern expression = wanted == null ? null : expression(wanted.value(), "expression");
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

    private static boolean anyHolds(List<Object> values, Predicate<Object> holds) {
        for (Object value : values) {
            if (holds.test(value)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Clause bodyMatches(Node node) {
        Pattern expression = expression(node, "body_matches");
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

    private @Nullable Clause urlMatches(Node node) {
        Pattern expression = expression(node, "url_matches");
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

    /** Run by RE2 (Cox, 2007), whose time is linear in the text. */
    private @Nullable Pattern expression(Node node, String key) {
        String text = Fields.text(node, key, problems);
        if (text == null) {
            return null;
        }
        if (text.length() > EXPRESSION_LENGTH_MAX) {
            problems.error(node.place(), "'" + key + "' has more than " + EXPRESSION_LENGTH_MAX + " signs");
            return null;
        }
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            problems.error(node.place(), "'" + key + "' is no expression of RE2: " + e.getDescription());
            return null;
        }
    }

    private @Nullable Clause above(Node node, String key, ToDoubleFunction<CallFacts> actual) {
        Double limit = Fields.number(node, key, problems);
        if (limit == null) {
            return null;
        }
        DoublePredicate holds = value -> value > limit;
        return new SingleTest(
                key + " " + limit,
                facts -> Truth.of(holds.test(actual.applyAsDouble(facts))),
                facts -> String.format(Locale.ROOT, "is %s", actual.applyAsDouble(facts)));
    }

    private @Nullable Clause isExternal(Node node) {
        Boolean wanted = Fields.flag(node, "is_external_principal", problems);
        return wanted == null
                ? null
                : new SingleTest(
                        "is_external_principal " + wanted,
                        facts -> Truth.of(wanted == (facts.audience().compareTo(Audience.EXTERNAL) >= 0)),
                        facts -> "audience " + facts.audience());
    }

    private @Nullable Clause riskBand(Node node) {
        Set<RiskBand> bands = Fields.words(node, "risk_band", RiskBand.class, problems);
        return bands.isEmpty()
                ? null
                : new SingleTest(
                        "risk_band " + bands,
                        facts -> Truth.of(
                                bands.contains(RiskBand.of(facts.judgement().riskScore()))),
                        facts -> RiskBand.of(facts.judgement().riskScore()).name());
    }

    private @Nullable Clause timeOfDayOutside(Node node) {
        Fields fields = Fields.of(node, "'time_of_day_outside'", problems);
        String start = fields.requiredText("start");
        String end = fields.requiredText("end");
        String zone = fields.text("tz");
        fields.finish("member of 'time_of_day_outside'");
        try {
            LocalTime from = LocalTime.parse(start);
            LocalTime to = LocalTime.parse(end);
            ZoneId tz = ZoneId.of(zone == null ? "UTC" : zone);
            return new SingleTest(
                    "time_of_day_outside " + start + "-" + end + " " + tz,
                    facts -> Truth.of(!within(time(facts, tz), from, to)),
                    facts -> "at " + time(facts, tz).withNano(0) + " " + tz);
        } catch (DateTimeException e) {
            problems.error(
                    node.place(),
                    "'start' and 'end' are times such as '08:30', 'tz' is a zone such as"
                            + " 'Europe/Paris'; quote them");
            return null;
        }
    }

    private static LocalTime time(CallFacts facts, ZoneId zone) {
        return LocalTime.ofInstant(Instant.ofEpochMilli(facts.subject().timeMillis()), zone);
    }

    /** From {@code from}, before {@code to}; past midnight where it ends before it begins. */
    private static boolean within(LocalTime time, LocalTime from, LocalTime to) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }

    private @Nullable Clause expression(Node node) {
        String text = Fields.text(node, "expression", problems);
        if (text == null) {
            return null;
        }
        if (text.length() > EXPRESSION_LENGTH_MAX) {
            problems.error(node.place(), "'expression' has more than " + EXPRESSION_LENGTH_MAX + " signs");
            return null;
        }
        try {
            return CelClause.of(text);
        } catch (IllegalArgumentException e) {
            problems.error(node.place(), "'expression' is no CEL expression of a boolean: " + e.getMessage());
            return null;
        }
    }

    private @Nullable Clause group(Node node, String key, Group.Kind kind) {
        if (!(node instanceof Sequence sequence) || sequence.items().isEmpty()) {
            problems.error(node.place(), "'" + key + "' must be a list of at least one mapping of conditions");
            return null;
        }
        List<Clause> parts = new ArrayList<>();
        for (Node item : sequence.items()) {
            Clause part = conjunction(item, key);
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? null : new Group(kind, parts);
    }

    private @Nullable Clause not(Node node) {
        Clause part = conjunction(node, "not");
        return part == null ? null : new Group(Group.Kind.NOT, List.of(part));
    }

    private @Nullable Clause conjunction(Node node, String key) {
        if (!(node instanceof Node.Mapping mapping)) {
            problems.error(node.place(), "'" + key + "' takes mappings of conditions, this is " + node.kind());
            return null;
        }
        if (++depth > DEPTH_MAX) {
            problems.error(node.place(), "groups are nested more than " + DEPTH_MAX + " deep");
            return null;
        }
        List<Clause> clauses = read(mapping.members());
        depth--;
        if (clauses.isEmpty()) {
            problems.error(node.place(), "a mapping under '" + key + "' holds no condition");
            return null;
        }
        return clauses.size() == 1 ? clauses.get(0) : new Group(Group.Kind.ALL, clauses);
    }
}
