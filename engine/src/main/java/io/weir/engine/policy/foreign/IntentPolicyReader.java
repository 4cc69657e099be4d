package io.weir.engine.policy.foreign;

import io.weir.engine.policy.Glob;
import io.weir.engine.policy.text.Fields;
import io.weir.engine.policy.text.Node;
import io.weir.engine.policy.text.Node.Mapping;
import io.weir.engine.policy.text.Node.Member;
import io.weir.engine.policy.text.Node.Scalar;
import io.weir.engine.policy.text.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads intent policies. Keys of all versions are known; a list that is no list is refused in both modes. */
public final class IntentPolicyReader {

    private static final double ESCALATION_DEFAULT = 0.7;

    private final Problems problems;
    private final ForeignMode mode;

    private IntentPolicyReader(Problems problems, ForeignMode mode) {
        this.problems = problems;
        this.mode = mode;
    }

    /** Whether a tree is an intent policy. */
    public static boolean isOne(Node root) {
        return root instanceof Mapping mapping
                && (mapping.get("expected_workflow") != null
                        || mapping.get("allowed_transitions") != null
                        || mapping.get("forbidden_tools") != null
                        || mapping.get("allowed_tools") != null);
    }

    /** Reads one; what is wrong is noted. */
    public static IntentPolicy read(Node root, Problems problems, ForeignMode mode) {
        return new IntentPolicyReader(problems, mode).read(root);
    }

    private IntentPolicy read(Node root) {
        Fields fields = Fields.of(root, "an intent policy", problems);
        String name = fields.requiredText("name");
        String description = fields.requiredText("description");
        String workflow = fields.requiredText("expected_workflow");
        List<String> allowed = list(fields, "allowed_tools");
        List<String> forbidden = list(fields, "forbidden_tools");
        Map<String, List<String>> transitions = transitions(fields);
        List<String> constraints = list(fields, "constraints");
        Double threshold = fields.number("escalation_threshold");
        if (threshold != null && (threshold < 0 || threshold > 1)) {
            problems.error(fields.place(), "'escalation_threshold' is a number from 0 to 1");
        }
        boolean fastPath = Boolean.TRUE.equals(fields.flag("fast_path_allow"));
        boolean caseInsensitive = Boolean.TRUE.equals(fields.flag("case_insensitive_patterns"));
        fields.finish("member of an intent policy");
        if (!fastPath) {
            problems.warning(
                    fields.place(),
                    "calls that no rule blocks are left to Weir's own judgement; 'expected_workflow' and 'constraints'"
                            + " are read by a judge only");
        }
        if (caseInsensitive && !transitions.isEmpty()) {
            problems.warning(
                    fields.place(), "'case_insensitive_patterns' is taken to hold for 'allowed_transitions' too");
        }
        return new IntentPolicy(
                name,
                description,
                workflow,
                allowed,
                forbidden,
                transitions,
                constraints,
                threshold == null ? ESCALATION_DEFAULT : threshold,
                fastPath,
                caseInsensitive);
    }

    private List<String> list(Fields fields, String name) {
        Node node = fields.take(name);
        if (node == null) {
            return List.of();
        }
        if (node instanceof Scalar scalar && scalar.value() == null) {
            nothing(node, name);
            return List.of();
        }
        return Fields.texts(node, name, problems);
    }

    private void nothing(Node node, String name) {
        String message = "'" + name + "' holds nothing, which restricts nothing";
        if (mode == ForeignMode.STRICT) {
            problems.error(node.place(), message + "; write a list, or leave it out");
        } else {
            problems.warning(node.place(), message);
        }
    }

    private Map<String, List<String>> transitions(Fields fields) {
        Map<String, List<String>> transitions = new LinkedHashMap<>();
        Node node = fields.take("allowed_transitions");
        if (node == null) {
            return transitions;
        }
        if (!(node instanceof Mapping mapping)) {
            problems.error(node.place(), "'allowed_transitions' must be a mapping of tools to lists of tools");
            return transitions;
        }
        for (Member member : mapping.members()) {
            List<String> next = Fields.texts(member.value(), "allowed_transitions", problems);
            warn(member, next);
            transitions.put(member.name(), next);
        }
        return transitions;
    }

    private void warn(Member member, List<String> next) {
        if (mode == ForeignMode.STRICT) {
            return;
        }
        if (next.isEmpty()) {
            problems.warning(
                    member.place(),
                    "the empty list of '" + member.name()
                            + "' restricts nothing, though it reads as terminal; strict mode" + " makes it terminal");
        }
        if (!Glob.isPlain(member.name()) || !next.stream().allMatch(Glob::isPlain)) {
            problems.warning(
                    member.place(),
                    "patterns in transitions are compared as plain names, so this one never fires; strict mode reads"
                            + " them as patterns");
        }
    }
}
