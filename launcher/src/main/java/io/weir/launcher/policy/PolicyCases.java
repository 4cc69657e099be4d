package io.weir.launcher.policy;

import io.weir.engine.policy.text.Fields;
import io.weir.engine.policy.text.Node;
import io.weir.engine.policy.text.Node.Mapping;
import io.weir.engine.policy.text.Node.Scalar;
import io.weir.engine.policy.text.Node.Sequence;
import io.weir.engine.policy.text.Place;
import io.weir.engine.policy.text.Problems;
import io.weir.engine.policy.text.TreeReader;
import io.weir.schemas.word.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tests in a {@code *.test.yaml} file.
 *
 * @param policies files that they are for, beside the test; empty for all there
 * @param cases in the order of the file
 */
record PolicyCases(List<String> policies, List<Case> cases) {

    /**
     * One test.
     *
     * @param place where it stands
     * @param name of the test
     * @param environment that it takes place in
     * @param agent that acts
     * @param before what the session did before
     * @param call that is judged
     * @param decision that is expected
     * @param rules that must be among those that match; null for any
     */
    record Case(
            Place place,
            String name,
            String environment,
            String agent,
            List<Step> before,
            Step call,
            Decision decision,
            @Nullable List<String> rules) {}

    /**
     * A call and, if there is one, its response.
     *
     * @param method HTTP verb
     * @param url of the call
     * @param hasResponse whether a response comes back
     */
    record Step(
            String method,
            String url,
            Map<String, String> headers,
            @Nullable Object body,
            @Nullable String context,
            boolean hasResponse,
            @Nullable Object response) {}

    /**
     * Reads a file.
     *
     * @throws io.weir.engine.policy.text.PolicyFileException with all that is wrong
     */
    static PolicyCases read(String file, String text) {
        Problems problems = new Problems(file);
        Fields fields = Fields.of(TreeReader.read(text, problems), "a test file", problems);
        List<String> policies = fields.texts("policies");
        Node tests = fields.take("tests");
        fields.finish("member of a test file");
        List<Case> cases = new ArrayList<>();
        if (tests instanceof Sequence sequence) {
            sequence.items().forEach(item -> cases.add(read(item, problems)));
        } else {
            problems.error(fields.place(), "'tests' must be a list of tests");
        }
        problems.check();
        return new PolicyCases(policies == null ? List.of() : policies, cases);
    }

    private static Case read(Node node, Problems problems) {
        Fields fields = Fields.of(node, "a test", problems);
        String name = fields.requiredText("name");
        String environment = fields.text("env", "environment");
        String agent = fields.text("agent_id");
        List<Step> before = new ArrayList<>();
        if (fields.take("before") instanceof Sequence sequence) {
            sequence.items().forEach(item -> before.add(step(item, problems)));
        }
        Node call = fields.take("call");
        if (call == null) {
            problems.error(fields.place(), "'call' is missing");
        }
        String expected = fields.requiredText("expect");
        Decision decision =
                expected.isEmpty() ? null : Fields.word(expected, fields.place(), "decision", Decision.class, problems);
        List<String> rules = fields.texts("rules");
        fields.finish("member of a test");
        return new Case(
                fields.place(),
                name,
                environment == null ? "default" : environment,
                agent == null ? "agent" : agent,
                before,
                call == null ? new Step("POST", "mcp://none", Map.of(), null, null, false, null) : step(call, problems),
                decision == null ? Decision.ALLOW : decision,
                rules);
    }

    private static Step step(Node node, Problems problems) {
        Fields fields = Fields.of(node, "a call", problems);
        String tool = fields.text("tool");
        String url = fields.text("url");
        String method = fields.text("method");
        Map<String, String> headers = new LinkedHashMap<>();
        if (fields.take("headers") instanceof Mapping mapping) {
            mapping.members()
                    .forEach(member -> headers.put(
                            member.name(), String.valueOf(Fields.text(member.value(), member.name(), problems))));
        }
        Node body = fields.take("body");
        String context = fields.text("context");
        Node response = fields.take("response");
        fields.finish("member of a call");
        if (tool == null && url == null) {
            problems.error(fields.place(), "a call needs 'tool' or 'url'");
        }
        return new Step(
                method == null ? "POST" : method.toUpperCase(Locale.ROOT),
                url == null ? "mcp://" + tool : url,
                headers,
                value(body),
                context,
                response != null,
                value(response));
    }

    private static @Nullable Object value(@Nullable Node node) {
        if (node instanceof Mapping mapping) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            mapping.members().forEach(member -> map.put(member.name(), value(member.value())));
            return map;
        }
        if (node instanceof Sequence sequence) {
            List<@Nullable Object> list = new ArrayList<>();
            sequence.items().forEach(item -> list.add(value(item)));
            return list;
        }
        return node instanceof Scalar scalar ? scalar.value() : null;
    }
}
