package io.weir.engine.policy;

import io.weir.engine.policy.text.Fields;
import io.weir.engine.policy.text.Node;
import io.weir.engine.policy.text.Node.Mapping;
import io.weir.engine.policy.text.Node.Member;
import io.weir.engine.policy.text.Problems;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.PolicyAction;
import io.weir.schemas.word.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one rule. The flat shape of older files, with match keys and conditions beside the action, is read too. */
final class RuleReader {

    private static final int PRIORITY_DEFAULT = 100;
    private static final Pattern REASON_CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,63}");

    private final Problems problems;
    private final MatchReader match;
    private final ConditionReader conditions;

    RuleReader(Problems problems) {
        this.problems = problems;
        this.match = new MatchReader(problems);
        this.conditions = new ConditionReader(problems);
    }

    /** The rule of a node, or null with problems noted. */
    @Nullable
    PolicyRule read(Node node) {
        Fields fields = Fields.of(node, "a rule", problems);
        String id = fields.requiredText("rule_id", "id");
        Long priority = fields.integer("priority");
        Node matchNode = fields.take("match");
        Node conditionNode = fields.take("condition", "conditions", "when");
        PolicyAction action = action(fields);
        List<Decision> loosens = loosens(fields, action);
        PolicyRule.Notes notes = notes(fields);
        List<Member> matchMembers = members(matchNode, "match");
        List<Member> conditionMembers = members(conditionNode, "condition");
        distribute(fields, matchMembers, conditionMembers);
        List<Clause> matchClauses = new ArrayList<>();
        for (Member member : matchMembers) {
            Clause clause = match.read(member);
            if (clause != null) {
                matchClauses.add(clause);
            }
        }
        List<Clause> conditionClauses = conditions.read(conditionMembers);
        if (action == null) {
            return null;
        }
        return new PolicyRule(
                id,
                fields.place(),
                priority == null ? PRIORITY_DEFAULT : (int) Math.max(Integer.MIN_VALUE, Math.min(priority, 1 << 30)),
                match.tools(),
                matchClauses,
                conditionClauses,
                action,
                loosens,
                notes);
    }

    private List<Member> members(@Nullable Node node, String what) {
        if (node instanceof Mapping mapping) {
            return new ArrayList<>(mapping.members());
        }
        if (node != null && !(node instanceof Node.Scalar scalar && scalar.value() == null)) {
            problems.error(node.place(), "'" + what + "' must be a mapping, it is " + node.kind());
        }
        return new ArrayList<>();
    }

    private void distribute(Fields fields, List<Member> matchMembers, List<Member> conditionMembers) {
        for (Member member : fields.left()) {
            if (match.keys().contains(member.name())) {
                fields.take(member.name());
                matchMembers.add(member);
            } else if (conditions.keys().contains(member.name())) {
                fields.take(member.name());
                conditionMembers.add(member);
            }
        }
        Set<String> known = new LinkedHashSet<>(match.keys());
        known.addAll(conditions.keys());
        fields.finish("member of a rule", known);
    }

    private @Nullable PolicyAction action(Fields fields) {
        if (!fields.has("action")) {
            problems.error(
                    fields.place(), "'action' is missing: ALLOW, REQUIRE_APPROVAL, SANITIZE, DENY or OPEN_INCIDENT");
        }
        return fields.word(PolicyAction.class, "action");
    }

    private List<Decision> loosens(Fields fields, @Nullable PolicyAction action) {
        Node node = fields.take("loosens");
        if (node == null) {
            return List.of();
        }
        if (action != null && action != PolicyAction.ALLOW) {
            problems.error(node.place(), "'loosens' goes with action ALLOW only");
        }
        return List.copyOf(Fields.words(node, "loosens", Decision.class, problems));
    }

    private PolicyRule.Notes notes(Fields fields) {
        String reasonCode = fields.text("reason_code");
        if (reasonCode != null && !REASON_CODE.matcher(reasonCode).matches()) {
            problems.error(fields.place(), "'reason_code' is capitals, digits and low lines, as PHI_EGRESS_BLOCKED");
        }
        Severity severity = fields.word(Severity.class, "incident_severity");
        List<String> sanitizeFields = fields.texts("sanitize_fields");
        for (String path : sanitizeFields == null ? List.<String>of() : sanitizeFields) {
            try {
                BodyPath.of(path);
            } catch (IllegalArgumentException e) {
                problems.error(fields.place(), "'sanitize_fields': " + e.getMessage());
            }
        }
        return new PolicyRule.Notes(
                reasonCode,
                fields.text("escalate_to"),
                fields.text("tag"),
                severity,
                sanitizeFields == null ? List.of() : sanitizeFields,
                null);
    }
}
