package io.weir.engine.policy;

import io.weir.engine.policy.text.Fields;
import io.weir.engine.policy.text.Node;
import io.weir.engine.policy.text.Node.Member;
import io.weir.engine.policy.text.Node.Sequence;
import io.weir.engine.policy.text.Problems;
import io.weir.schemas.event.Finding;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a rule; all that stand side by side must hold. For one thread. */
final class ConditionReader {

    private static final int DEPTH_MAX = 16;

    private final Problems problems;
    private final Map<String, Function<Node, @Nullable Clause>> keys = new LinkedHashMap<>();
    private @Nullable Confidence confidence;
    private int depth;

    ConditionReader(Problems problems) {
        this.problems = problems;
        keys.put("has_data_class", this::hasDataClass);
        keys.put("has_data_class_min_confidence", node -> null);
        Expressions expressions = new Expressions(problems);
        BodyReader body = new BodyReader(problems, expressions);
        keys.put("body_contains_any", node -> body.contains(node, "body_contains_any", false));
        keys.put("body_contains_all", node -> body.contains(node, "body_contains_all", true));
        keys.put("body_path_equals", body::pathEquals);
        keys.put("body_path_gt", node -> body.path(node, "body_path_gt", (left, right) -> left > right));
        keys.put("body_path_gte", node -> body.path(node, "body_path_gte", (left, right) -> left >= right));
        keys.put("body_path_lt", node -> body.path(node, "body_path_lt", (left, right) -> left < right));
        keys.put("body_path_lte", node -> body.path(node, "body_path_lte", (left, right) -> left <= right));
        keys.put("body_path_matches", body::pathMatches);
        keys.put("body_matches", body::matches);
        keys.put("url_matches", body::urlMatches);
        JudgementReader judgement = new JudgementReader(problems);
        keys.put("body_size_bytes_gt", judgement::bodyBytes);
        keys.put("is_external_principal", judgement::external);
        keys.put("risk_score_gt", judgement::riskScore);
        keys.put("risk_band", judgement::riskBand);
        keys.put("time_of_day_outside", judgement::timeOfDayOutside);
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
        keys.put("expression", expressions::cel);
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
