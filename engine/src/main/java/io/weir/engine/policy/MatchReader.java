package io.weir.engine.policy;

import io.weir.engine.policy.text.Fields;
import io.weir.engine.policy.text.Node;
import io.weir.engine.policy.text.Node.Mapping;
import io.weir.engine.policy.text.Node.Member;
import io.weir.engine.policy.text.Node.Scalar;
import io.weir.engine.policy.text.Problems;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.Verb;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what calls a rule is for. For one thread. */
final class MatchReader {

    private static final List<String> CATEGORIES = List.of("read", "write", "admin", "destructive");

    private final Problems problems;
    private final Map<String, Function<Node, @Nullable Clause>> keys = new LinkedHashMap<>();
    private Set<String> tools = Set.of();

    MatchReader(Problems problems) {
        this.problems = problems;
        keys.put("tool_name", node -> tools(node, "tool_name"));
        keys.put("tool_names", node -> tools(node, "tool_names"));
        keys.put("tools", node -> tools(node, "tools"));
        keys.put("operations", this::operations);
        keys.put("verbs", this::verbs);
        keys.put("methods", this::methods);
        keys.put("url_patterns", this::urls);
        keys.put("audiences", this::audiences);
        keys.put("server_names", node -> names(node, "server_names", facts -> List.of(facts.server())));
        keys.put(
                "agent_ids",
                node -> names(
                        node,
                        "agent_ids",
                        facts -> List.of(facts.subject().principal().agentId())));
        keys.put("agent_runtime_types", node -> names(node, "agent_runtime_types", MatchReader::runtime));
        for (Resources.Kind kind : Resources.Kind.values()) {
            String key = kind.name().toLowerCase(Locale.ROOT) + "_patterns";
            keys.put(key, node -> resources(node, key, kind));
        }
        keys.put("aws_tags", this::tags);
    }

    /** All keys. */
    Set<String> keys() {
        return keys.keySet();
    }

    /** Reads one key; null with a problem noted where its value cannot be read, or where it is an empty list. */
    @Nullable
    Clause read(Member member) {
        Function<Node, @Nullable Clause> key = keys.get(member.name());
        if (key == null) {
            problems.unknown(member.place(), "match key", member.name(), keys.keySet());
            return null;
        }
        return key.apply(member.value());
    }

    /** The plain tool names of which one must be called; empty where any tool may be. */
    Set<String> tools() {
        return tools;
    }

    private @Nullable Clause tools(Node node, String key) {
        List<String> patterns = node instanceof Scalar scalar && scalar.value() instanceof String text
                ? List.of(text)
                : Fields.texts(node, key, problems);
        if (patterns.isEmpty()) {
            return null;
        }
        Names names = names(node, key, patterns);
        if (names.globs().isEmpty()) {
            tools = new HashSet<>(names.exact());
        }
        return new SingleTest(
                key + " " + patterns,
                facts -> Truth.of(names.matchesAny(facts.toolNames())),
                facts -> "tool " + facts.subject().call().tool());
    }

    private @Nullable Clause names(Node node, String key, Function<CallFacts, List<String>> actual) {
        List<String> patterns = Fields.texts(node, key, problems);
        Names names = names(node, key, patterns);
        return patterns.isEmpty()
                ? null
                : new SingleTest(
                        key + " " + patterns,
                        facts -> Truth.of(names.matchesAny(actual.apply(facts))),
                        facts -> String.join(", ", actual.apply(facts)));
    }

    private Names names(Node node, String key, List<String> patterns) {
        for (String pattern : patterns) {
            if (pattern.isEmpty() || pattern.length() > Glob.LENGTH_MAX) {
                problems.error(
                        node.place(), "'" + key + "' holds a pattern that is empty or longer than " + Glob.LENGTH_MAX);
            }
        }
        return Names.of(patterns);
    }

    private @Nullable Clause operations(Node node) {
        List<String> patterns = Fields.texts(node, "operations", problems);
        List<Clause> any = new ArrayList<>();
        for (String pattern : patterns) {
            Clause clause = operation(node, pattern);
            if (clause != null) {
                any.add(clause);
            }
        }
        return any.isEmpty() ? null : new Named("operations " + patterns, new Group(Group.Kind.ANY, any));
    }

    private @Nullable Clause operation(Node node, String pattern) {
        Function<CallFacts, String> sight = facts -> "operations " + facts.operations();
        if (pattern.startsWith("method:")) {
            String method = pattern.substring("method:".length()).toUpperCase(Locale.ROOT);
            return new SingleTest(
                    pattern, facts -> Truth.of(facts.subject().call().method().equals(method)), sight);
        }
        if (pattern.startsWith("category:")) {
            String category = pattern.substring("category:".length()).toLowerCase(Locale.ROOT);
            if (!CATEGORIES.contains(category)) {
                problems.unknown(node.place(), "category of operations", category, CATEGORIES);
                return null;
            }
            return new SingleTest(
                    pattern, facts -> Truth.of(inCategory(facts.subject().call(), category)), sight);
        }
        Names names = Names.of(List.of(pattern));
        return new SingleTest(pattern, facts -> Truth.of(names.matchesAny(facts.operations())), sight);
    }

    private static boolean inCategory(ToolCall call, String category) {
        return category.equals("destructive")
                ? DestructiveWords.in(call.tool()) || call.method().equals("DELETE")
                : call.verb().name().toLowerCase(Locale.ROOT).equals(category);
    }

    private @Nullable Clause verbs(Node node) {
        Set<Verb> verbs = Fields.words(node, "verbs", Verb.class, problems);
        return verbs.isEmpty()
                ? null
                : new SingleTest(
                        "verbs " + verbs,
                        facts -> Truth.of(verbs.contains(facts.subject().call().verb())),
                        facts -> facts.subject().call().verb().name());
    }

    private @Nullable Clause audiences(Node node) {
        Set<Audience> audiences = Fields.words(node, "audiences", Audience.class, problems);
        return audiences.isEmpty()
                ? null
                : new SingleTest(
                        "audiences " + audiences,
                        facts -> Truth.of(
                                audiences.contains(facts.subject().call().audience())),
                        facts -> facts.subject().call().audience().name());
    }

    private @Nullable Clause methods(Node node) {
        List<String> methods = Fields.texts(node, "methods", problems).stream()
                .map(method -> method.toUpperCase(Locale.ROOT))
                .toList();
        return methods.isEmpty()
                ? null
                : new SingleTest(
                        "methods " + methods,
                        facts ->
                                Truth.of(methods.contains(facts.subject().call().method())),
                        facts -> facts.subject().call().method());
    }

    /** A pattern without signs of its own is a prefix. */
    private @Nullable Clause urls(Node node) {
        List<String> patterns = Fields.texts(node, "url_patterns", problems);
        Names names = names(
                node,
                "url_patterns",
                patterns.stream()
                        .map(pattern -> Glob.isPlain(pattern) ? pattern + "*" : pattern)
                        .toList());
        return patterns.isEmpty()
                ? null
                : new SingleTest(
                        "url_patterns " + patterns,
                        facts -> {
                            Content content = facts.content();
                            return content == null
                                    ? Truth.UNKNOWN
                                    : Truth.of(names.matches(content.input().url()));
                        },
                        facts -> facts.subject().call().destinations().isEmpty()
                                ? "no destination"
                                : "to "
                                        + facts.subject()
                                                .call()
                                                .destinations()
                                                .get(0)
                                                .label());
    }

    private @Nullable Clause resources(Node node, String key, Resources.Kind kind) {
        List<String> patterns = Fields.texts(node, key, problems);
        Names names = names(node, key, patterns);
        return patterns.isEmpty()
                ? null
                : new SingleTest(
                        key + " " + patterns,
                        facts -> facts.content() == null
                                ? Truth.UNKNOWN
                                : Truth.of(names.matchesAny(facts.resources().of(kind))),
                        facts -> facts.resources().of(kind).size() + " named");
    }

    private @Nullable Clause tags(Node node) {
        if (!(node instanceof Mapping mapping)) {
            problems.error(node.place(), "'aws_tags' must be a mapping, it is " + node.kind());
            return null;
        }
        Map<String, Glob> tags = new LinkedHashMap<>();
        for (Member member : mapping.members()) {
            String value = Fields.text(member.value(), member.name(), problems);
            tags.put(member.name(), Glob.of(value == null ? "" : value));
        }
        return tags.isEmpty()
                ? null
                : new SingleTest(
                        "aws_tags " + tags,
                        facts -> Truth.of(tags.entrySet().stream().allMatch(tag -> {
                            String actual = facts.resources().tags().get(tag.getKey());
                            return actual != null && tag.getValue().matches(actual);
                        })),
                        facts -> facts.resources().tags().size() + " tags");
    }

    private static List<String> runtime(CallFacts facts) {
        String runtime = facts.subject().principal().runtimeType();
        return runtime == null ? List.of() : List.of(runtime);
    }
}
