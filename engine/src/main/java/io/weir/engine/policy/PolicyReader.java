package io.weir.engine.policy;

import io.weir.engine.policy.text.Fields;
import io.weir.engine.policy.text.Node;
import io.weir.engine.policy.text.Node.Mapping;
import io.weir.engine.policy.text.Node.Sequence;
import io.weir.engine.policy.text.Place;
import io.weir.engine.policy.text.Problems;
import io.weir.engine.policy.text.TreeReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads policies of our own format, which is that of the scan protocol with more conditions. */
public final class PolicyReader {

    private static final int RULES_MAX = 10_000;

    private final Problems problems;

    private PolicyReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * Reads a file: one policy, or several under {@code policies}.
     *
     * @param file its name; {@code .json} is read as JSON, all others as YAML
     * @throws io.weir.engine.policy.text.PolicyFileException with all that is wrong
     */
    public static PolicyFile read(String file, String text) {
        Problems problems = new Problems(file);
        return read(TreeReader.read(text, problems), problems);
    }

    /**
     * Reads a tree.
     *
     * @throws io.weir.engine.policy.text.PolicyFileException with all that is wrong
     */
    public static PolicyFile read(Node root, Problems problems) {
        PolicyReader reader = new PolicyReader(problems);
        List<Policy> policies = new ArrayList<>();
        Node several = root instanceof Mapping mapping ? mapping.get("policies") : null;
        if (several instanceof Sequence sequence) {
            Fields fields = Fields.of(root, "a policy file", problems);
            fields.take("policies");
            fields.finish("member of a policy file");
            sequence.items().forEach(item -> policies.add(reader.policy(item)));
        } else {
            policies.add(reader.policy(root));
        }
        problems.check();
        return new PolicyFile(policies, problems.all());
    }

    private Policy policy(Node node) {
        Fields fields = Fields.of(node, "a policy", problems);
        String name = fields.requiredText("name", "policy_name");
        String description = fields.text("description");
        List<String> tags = tags(fields);
        Precedence precedence = precedence(fields);
        Set<String> environments = environments(fields);
        List<Glob> agents = agents(fields);
        List<PolicyRule> rules = rules(fields);
        fields.finish("member of a policy");
        return new Policy(
                name,
                description == null ? "" : description,
                problems.file(),
                environments,
                agents,
                tags,
                precedence,
                rules);
    }

    private Set<String> environments(Fields fields) {
        String one = fields.text("env_name", "environment");
        List<String> several = fields.texts("env_names", "environments");
        Set<String> environments = new LinkedHashSet<>(several == null ? List.of() : several);
        if (one != null) {
            environments.add(one);
        }
        return environments;
    }

    private List<Glob> agents(Fields fields) {
        List<String> names = fields.texts("agent_ids");
        if (names != null && names.isEmpty()) {
            problems.error(fields.place(), "'agent_ids' of a policy names no agent; leave it out for all agents");
        }
        for (String name : names == null ? List.<String>of() : names) {
            if (name.length() > Glob.LENGTH_MAX) {
                problems.error(fields.place(), "'agent_ids': a pattern has at most " + Glob.LENGTH_MAX + " characters");
            }
        }
        return names == null ? List.of() : names.stream().map(Glob::of).toList();
    }

    private List<String> tags(Fields fields) {
        List<String> tags = fields.texts("compliance_tags");
        for (String tag : tags == null ? List.<String>of() : tags) {
            check(tag, fields.place());
        }
        return tags == null ? List.of() : tags;
    }

    private void check(String tag, Place place) {
        int colon = tag.indexOf(':');
        if (colon < 1) {
            problems.error(place, "compliance tag '" + tag + "' needs the form FRAMEWORK:CONTROL, as SOC2:CC6.1");
            return;
        }
        String name = tag.substring(0, colon);
        ComplianceFramework framework = ComplianceFramework.named(name).orElse(null);
        if (framework == null) {
            problems.unknown(place, "compliance framework", name, ComplianceFramework.names());
        } else if (!framework.hasForm(tag.substring(colon + 1))) {
            problems.error(
                    place,
                    "compliance tag '" + tag + "' names no control of " + framework.title() + ", as " + name + ":"
                            + framework.example());
        }
    }

    private static Precedence precedence(Fields fields) {
        Precedence precedence = fields.word(Precedence.class, "precedence");
        return precedence == null ? Precedence.PRIORITY : precedence;
    }

    private List<PolicyRule> rules(Fields fields) {
        Node node = fields.take("rules");
        if (!(node instanceof Sequence sequence) || sequence.items().isEmpty()) {
            problems.error(node == null ? fields.place() : node.place(), "'rules' must be a list of at least one rule");
            return List.of();
        }
        if (sequence.items().size() > RULES_MAX) {
            problems.error(sequence.place(), "a policy has at most " + RULES_MAX + " rules");
            return List.of();
        }
        List<PolicyRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node item : sequence.items()) {
            PolicyRule rule = new RuleReader(problems).read(item);
            if (rule != null) {
                if (!ids.add(rule.id())) {
                    problems.error(item.place(), "rule id '" + rule.id() + "' stands twice");
                }
                rules.add(rule);
            }
        }
        return rules;
    }
}
