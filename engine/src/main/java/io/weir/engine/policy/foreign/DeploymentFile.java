package io.weir.engine.policy.foreign;

import io.weir.engine.policy.Clause;
import io.weir.engine.policy.Policy;
import io.weir.engine.policy.SingleTest;
import io.weir.engine.policy.Truth;
import io.weir.engine.policy.text.Fields;
import io.weir.engine.policy.text.Node;
import io.weir.engine.policy.text.Node.Mapping;
import io.weir.engine.policy.text.Node.Sequence;
import io.weir.engine.policy.text.Place;
import io.weir.engine.policy.text.Problems;
import io.weir.engine.policy.text.TreeReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A deployment file of mcp-guardian: servers, each with a policy of its own, which takes the place of the default one.
 * Nothing is merged.
 */
public final class DeploymentFile {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)\\}");
    private static final List<String> TRANSPORTS = List.of("streamable-http", "sse");

    private final Problems problems;
    private final ForeignMode mode;
    private final Function<String, @Nullable String> files;
    private final Map<String, String> environment;
    private final Set<String> references = new HashSet<>();

    private record Server(String name, String url, @Nullable String policy, Place place) {

        boolean isCalled(String calledServer, String calledUrl) {
            return calledServer.isEmpty() ? calledUrl.startsWith(url) : calledServer.equals(name);
        }
    }

    /**
     * The policies of a deployment file.
     *
     * @param policies in the order of the servers, the default one last
     * @param references policy files that they were read from, relative to the deployment file
     */
    public record Deployment(List<Policy> policies, Set<String> references) {}

    private DeploymentFile(
            Problems problems,
            ForeignMode mode,
            Function<String, @Nullable String> files,
            Map<String, String> environment) {
        this.problems = problems;
        this.mode = mode;
        this.files = files;
        this.environment = environment;
    }

    /** Whether a tree is a deployment file. */
    public static boolean isOne(Node root) {
        return root instanceof Mapping mapping
                && (mapping.get("default_policy") != null
                        || mapping.get("guardian_model") != null
                        || mapping.get("servers") instanceof Sequence);
    }

    /**
     * Reads one; what is wrong is noted.
     *
     * @param files text of a policy file by its path relative to this file; null where there is none
     * @param environment values of {@code ${VAR}}
     */
    public static Deployment read(
            Node root,
            Problems problems,
            ForeignMode mode,
            Function<String, @Nullable String> files,
            Map<String, String> environment) {
        return new DeploymentFile(problems, mode, files, environment).read(root);
    }

    private Deployment read(Node root) {
        Fields fields = Fields.of(root, "a deployment file", problems);
        for (String name : List.of("model", "guardian_model", "guardian_base_url", "guardian_api_key")) {
            expanded(fields.text(name), fields.place(), false);
        }
        fields.number("timeout");
        String defaultPolicy = expanded(fields.text("default_policy"), fields.place(), false);
        List<Server> servers = servers(fields.take("servers"));
        unknown(fields);
        List<Policy> policies = new ArrayList<>();
        for (Server server : servers) {
            String path = server.policy();
            if (path != null) {
                add(path, server.place(), List.of(only(server)), policies);
            }
        }
        if (defaultPolicy != null) {
            add(defaultPolicy, fields.place(), List.of(noneOf(servers)), policies);
        }
        return new Deployment(policies, references);
    }

    private List<Server> servers(@Nullable Node node) {
        List<Server> servers = new ArrayList<>();
        if (node == null) {
            return servers;
        }
        if (!(node instanceof Sequence sequence)) {
            problems.error(node.place(), "'servers' must be a list, it is " + node.kind());
            return servers;
        }
        for (Node item : sequence.items()) {
            Fields fields = Fields.of(item, "a server", problems);
            String name = fields.requiredText("name");
            String url = expanded(fields.requiredText("url"), fields.place(), false);
            transport(fields.text("transport"), fields.place());
            headers(fields.take("headers"));
            servers.add(new Server(
                    name, String.valueOf(url), expanded(fields.text("policy"), fields.place(), false), fields.place()));
            unknown(fields);
        }
        return servers;
    }

    private void headers(@Nullable Node node) {
        if (node instanceof Mapping mapping) {
            mapping.members()
                    .forEach(member ->
                            expanded(Fields.text(member.value(), member.name(), problems), member.place(), true));
        }
    }

    private void transport(@Nullable String transport, Place place) {
        if (transport == null || TRANSPORTS.contains(transport)) {
            return;
        }
        if (mode == ForeignMode.STRICT) {
            problems.unknown(place, "transport", transport, TRANSPORTS);
        } else {
            problems.warning(place, "transport '" + transport + "' is not known and taken for sse");
        }
    }

    private void unknown(Fields fields) {
        if (mode == ForeignMode.STRICT) {
            fields.finish("member of a deployment file");
        } else {
            fields.left()
                    .forEach(member ->
                            problems.warning(member.place(), "'" + member.name() + "' is not known and passed over"));
        }
    }

    /** The original expands variables in header values only, and leaves unset ones as they are. */
    private @Nullable String expanded(@Nullable String text, Place place, boolean header) {
        if (text == null || !VARIABLE.matcher(text).find()) {
            return text;
        }
        if (mode == ForeignMode.COMPAT && !header) {
            problems.warning(place, "variables are expanded in header values only; this one is taken as it stands");
            return text;
        }
        Matcher matcher = VARIABLE.matcher(text);
        StringBuilder expanded = new StringBuilder();
        while (matcher.find()) {
            String value = environment.get(matcher.group(1));
            if (value == null) {
                unset(matcher.group(1), place);
            }
            matcher.appendReplacement(expanded, Matcher.quoteReplacement(value == null ? matcher.group() : value));
        }
        return matcher.appendTail(expanded).toString();
    }

    private void unset(String name, Place place) {
        String message = String.format(Locale.ROOT, "the variable %s is not set", name);
        if (mode == ForeignMode.STRICT) {
            problems.error(place, message);
        } else {
            problems.warning(place, message + " and stays as it is written");
        }
    }

    private void add(String path, Place place, List<Clause> scope, List<Policy> into) {
        String text = files.apply(path);
        if (text == null) {
            problems.error(place, "there is no policy file '" + path + "' beside this file");
            return;
        }
        references.add(path);
        Problems own = new Problems(path);
        Node root = TreeReader.read(text, own);
        IntentPolicy policy = IntentPolicyReader.read(root, own, mode);
        own.check();
        own.all().forEach(problem -> problems.warning(place, problem.line()));
        if (mode == ForeignMode.COMPAT && !policy.allowedTransitions().isEmpty()) {
            problems.warning(place, "transitions are told apart by server; strict mode lets them span all servers");
        }
        into.add(IntentRules.of(policy, path, mode, mode == ForeignMode.COMPAT, scope));
    }

    private static Clause only(Server server) {
        return new SingleTest(
                "server " + server.name(),
                facts -> Truth.of(server.isCalled(
                        facts.subject().server(), facts.subject().url())),
                facts -> "server " + facts.subject().server());
    }

    private static Clause noneOf(List<Server> servers) {
        List<Server> own =
                servers.stream().filter(server -> server.policy() != null).toList();
        return new SingleTest(
                "a server without a policy of its own",
                facts -> Truth.of(own.stream()
                        .noneMatch(server -> server.isCalled(
                                facts.subject().server(), facts.subject().url()))),
                facts -> "server " + facts.subject().server());
    }
}
