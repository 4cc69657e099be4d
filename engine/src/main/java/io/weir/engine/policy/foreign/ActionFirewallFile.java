package io.weir.engine.policy.foreign;

import io.weir.engine.policy.Clause;
import io.weir.engine.policy.Policy;
import io.weir.engine.policy.PolicyRule;
import io.weir.engine.policy.Precedence;
import io.weir.engine.policy.SingleTest;
import io.weir.engine.policy.Truth;
import io.weir.engine.policy.text.Fields;
import io.weir.engine.policy.text.Node;
import io.weir.engine.policy.text.Node.Mapping;
import io.weir.engine.policy.text.Node.Member;
import io.weir.engine.policy.text.Node.Scalar;
import io.weir.engine.policy.text.Place;
import io.weir.engine.policy.text.Problems;
import io.weir.schemas.word.PolicyAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A configuration of mcp-action-firewall: prefixes that allow, keywords that block, a default; a server's lists extend
 * the global ones. What it blocks waits for a person, so it becomes REQUIRE_APPROVAL.
 */
public final class ActionFirewallFile {

    private static final String NAME = "action-firewall";
    private static final int ATTEMPTS_DEFAULT = 1;

    /** Resources, prompts and answers of the client pass in the original. */
    private static final Clause TOOLS = new SingleTest(
            "a call of a tool",
            facts -> Truth.of(facts.subject().callsTool()),
            facts -> "tool " + facts.subject().toolName());

    private final Problems problems;
    private final ForeignMode mode;

    private record Section(List<String> prefixes, List<String> keywords, boolean allows, int attempts) {}

    private ActionFirewallFile(Problems problems, ForeignMode mode) {
        this.problems = problems;
        this.mode = mode;
    }

    /** Whether a tree is such a configuration. */
    public static boolean isOne(Node root) {
        return root instanceof Mapping mapping && mapping.get("global") != null;
    }

    /** Reads one; what is wrong is noted. */
    public static List<Policy> read(Node root, Problems problems, ForeignMode mode) {
        return new ActionFirewallFile(problems, mode).read(root);
    }

    private List<Policy> read(Node root) {
        Fields fields = Fields.of(root, "a configuration", problems);
        Node globalNode = fields.take("global");
        Node serversNode = fields.take("servers");
        unknown(fields);
        if (!(globalNode instanceof Mapping)) {
            problems.error(fields.place(), "'global' must be a mapping");
            return List.of();
        }
        Section none = new Section(List.of(), List.of(), false, ATTEMPTS_DEFAULT);
        Section global = section(Fields.of(globalNode, "'global'", problems), none, true);
        Map<String, Section> servers = new LinkedHashMap<>();
        if (serversNode instanceof Mapping mapping) {
            for (Member member : mapping.members()) {
                Fields own = Fields.of(member.value(), "a server", problems);
                servers.put(member.name(), section(own, global, false));
            }
        } else if (serversNode != null) {
            problems.error(serversNode.place(), "'servers' must be a mapping of names to sections");
        }
        List<Policy> policies = new ArrayList<>();
        servers.forEach(
                (name, section) -> policies.add(policy(NAME + "-" + name, List.of(TOOLS, only(name)), section)));
        policies.add(policy(NAME, List.of(TOOLS, noneOf(servers.keySet())), global));
        return policies;
    }

    private Section section(Fields fields, Section outer, boolean isGlobal) {
        List<String> prefixes = extended(outer.prefixes(), fields, "allow_prefixes");
        List<String> keywords = extended(outer.keywords(), fields, "block_keywords");
        boolean allows = defaultAction(fields, outer.allows());
        Node node = fields.take("otp_attempt_count");
        int attempts = node == null ? outer.attempts() : attempts(node, outer.attempts(), isGlobal);
        unknown(fields);
        return new Section(prefixes, keywords, allows, attempts);
    }

    private List<String> extended(List<String> outer, Fields fields, String name) {
        Node node = fields.take(name);
        Set<String> all = new LinkedHashSet<>(outer);
        if (node != null) {
            for (String text : Fields.texts(node, name, problems)) {
                all.add(text.toLowerCase(Locale.ROOT));
                if (text.isEmpty()) {
                    empty(node, name);
                }
            }
        }
        return List.copyOf(all);
    }

    private void empty(Node node, String name) {
        String effect = name.equals("allow_prefixes") ? "allows everything" : "blocks all that no prefix allows";
        if (mode == ForeignMode.STRICT) {
            problems.error(node.place(), "an empty text in '" + name + "' " + effect);
        } else {
            problems.warning(node.place(), "an empty text in '" + name + "' " + effect);
        }
    }

    private boolean defaultAction(Fields fields, boolean inherited) {
        Node node = fields.take("default_action");
        if (node == null) {
            return inherited;
        }
        String action = Fields.text(node, "default_action", problems);
        if (action != null && !action.equals("allow") && !action.equals("block")) {
            problems.error(node.place(), "'default_action' is 'allow' or 'block', in lower case");
        }
        return "allow".equals(action);
    }

    private int attempts(Node node, int outer, boolean isGlobal) {
        if (!isGlobal) {
            problems.warning(node.place(), "'otp_attempt_count' of a server is passed over; it is global only");
            return outer;
        }
        Object value = node instanceof Scalar scalar ? scalar.value() : null;
        String text = String.valueOf(value);
        if (!text.matches("[1-9][0-9]{0,5}")) {
            problems.error(node.place(), "'otp_attempt_count' is a whole number from 1 on");
            return outer;
        }
        return Integer.parseInt(text);
    }

    private void unknown(Fields fields) {
        if (mode == ForeignMode.STRICT) {
            fields.finish("member of a configuration");
        } else {
            fields.left()
                    .forEach(member ->
                            problems.warning(member.place(), "'" + member.name() + "' is not known and passed over"));
        }
    }

    private Policy policy(String name, List<Clause> scope, Section section) {
        List<PolicyRule> rules = new ArrayList<>();
        int attempts = section.attempts();
        // The original lets a prefix win, so that get_delete_all passes, and does not see through look-alike letters.
        boolean strict = mode == ForeignMode.STRICT;
        rules.add(rule("empty_name", 1, scope, "no tool name", held(attempts), String::isEmpty));
        rules.add(rule(
                "allow_prefixes",
                strict ? 3 : 2,
                scope,
                "starts with one of " + section.prefixes(),
                null,
                tool -> section.prefixes().stream().anyMatch(tool::startsWith)));
        rules.add(rule(
                "block_keywords",
                strict ? 2 : 3,
                scope,
                "holds one of " + section.keywords(),
                held(attempts),
                tool -> holdsOne(section.keywords(), tool)
                        || (strict && holdsOne(section.keywords(), ToolPattern.folded(tool)))));
        rules.add(rule(
                "default_action",
                4,
                scope,
                "default action " + (section.allows() ? "allow" : "block"),
                section.allows() ? null : held(attempts),
                tool -> true));
        return Policy.forAll(name, "", problems.file(), Precedence.PRIORITY, rules);
    }

    private static boolean holdsOne(List<String> keywords, String tool) {
        return keywords.stream().anyMatch(tool::contains);
    }

    private interface NameTest {
        boolean holds(String tool);
    }

    private static PolicyRule.Notes held(int attempts) {
        return new PolicyRule.Notes("TOOL_NAME_BLOCKED", null, null, null, List.of(), attempts);
    }

    /** A rule that holds a call with these notes, or lets it through where there are none. */
    private static PolicyRule rule(
            String id, int priority, List<Clause> scope, String text, PolicyRule.@Nullable Notes held, NameTest holds) {
        Clause clause = new SingleTest(
                text,
                facts -> Truth.of(holds.holds(facts.subject().toolName().toLowerCase(Locale.ROOT))),
                facts -> "tool " + facts.subject().toolName());
        return new PolicyRule(
                id,
                Place.NONE,
                priority,
                Set.of(),
                scope,
                List.of(clause),
                held == null ? PolicyAction.ALLOW : PolicyAction.REQUIRE_APPROVAL,
                List.of(),
                held == null ? PolicyRule.Notes.NONE : held);
    }

    private static Clause only(String server) {
        return new SingleTest(
                "server " + server,
                facts -> Truth.of(facts.subject().server().equals(server)),
                facts -> "server " + facts.subject().server());
    }

    private static Clause noneOf(Set<String> servers) {
        return new SingleTest(
                "a server without a section of its own",
                facts -> Truth.of(!servers.contains(facts.subject().server())),
                facts -> "server " + facts.subject().server());
    }
}
