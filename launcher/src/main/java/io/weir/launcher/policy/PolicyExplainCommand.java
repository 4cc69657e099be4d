package io.weir.launcher.policy;

import io.weir.engine.decide.JudgedCall;
import io.weir.engine.payload.CallInput;
import io.weir.engine.policy.PolicySet;
import io.weir.engine.policy.Precedence;
import io.weir.engine.policy.RuleExplanation;
import io.weir.launcher.ExitCode;
import io.weir.platform.json.Json;
import io.weir.schemas.event.Principal;
import io.weir.schemas.word.SessionProvenance;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir policy explain}: which rules match a call, which nearly do, and why. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        header = "Show which rules match a call, which nearly do, and what is missing.",
        description = "The call is the body of POST /v1/scan. A rule nearly matches when one clause does not hold.",
        footerHeading = "%nExamples:%n",
        footer =
                "  weir policy explain my-policies --call '{\"method\":\"POST\",\"url\":\"mcp://send_mail\",\"body\":{}}'")
public final class PolicyExplainCommand implements Callable<Integer> {

    private static final long TIME_MILLIS = 1_795_219_200_000L;
    private static final int CALL_BYTES_MAX = 1 << 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Policy files, or directories of them")
    private List<Path> paths = List.of();

    @Option(names = "--call", required = true, paramLabel = "JSON", description = "The call; - reads standard input")
    private String call = "";

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        try {
            PolicySet policies = new PolicySet(options.readUsable(paths), Precedence.STRICTEST);
            Map<?, ?> body = Json.mapper().readValue(text(), Map.class);
            CallInput input = input(body);
            Principal principal = new Principal(
                    "default",
                    String.valueOf(body.containsKey("env") ? body.get("env") : "default"),
                    String.valueOf(body.containsKey("agent_id") ? body.get("agent_id") : "agent"),
                    null,
                    body.get("runtime_type") instanceof String runtime ? runtime : null,
                    "explained",
                    SessionProvenance.EXPLICIT,
                    null);
            TryDesk desk = new TryDesk(policies);
            List<RuleExplanation> explained = desk.explain(principal, TIME_MILLIS, input);
            print(command.commandLine().getOut(), desk.call(principal, TIME_MILLIS, input), explained);
            return ExitCode.OK;
        } catch (IOException | IllegalArgumentException e) {
            command.commandLine().getErr().println("policy explain: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private String text() throws IOException {
        if (!call.equals("-")) {
            return call;
        }
        return new String(System.in.readNBytes(CALL_BYTES_MAX), StandardCharsets.UTF_8);
    }

    private static CallInput input(Map<?, ?> call) {
        if (!(call.get("url") instanceof String url)) {
            throw new IllegalArgumentException("the call needs 'url'");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        if (call.get("headers") instanceof Map<?, ?> sent) {
            sent.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
        }
        String method = call.get("method") instanceof String text ? text : "POST";
        Object body = call.get("body");
        return new CallInput(
                method.toUpperCase(Locale.ROOT),
                url,
                headers,
                body,
                body == null ? 0 : Json.bytes(body).length,
                call.get("context") instanceof String context ? context : null);
    }

    private static void print(PrintWriter out, JudgedCall call, List<RuleExplanation> explained) {
        out.println("decision: " + call.event().outcome().decision() + " "
                + call.event().outcome().reasonCodes());
        for (RuleExplanation rule : explained) {
            String how = rule.matched() ? (rule.counts() ? "matches" : "matches, another counts") : "nearly matches";
            out.println(rule.policy() + "/" + rule.rule() + " " + rule.action() + ": " + how);
            rule.held().forEach(line -> out.println("  + " + line));
            rule.failed().forEach(line -> out.println("  - " + line));
        }
        out.println(explained.stream().filter(RuleExplanation::matched).count() + " rules match, "
                + explained.stream().filter(rule -> !rule.matched()).count() + " nearly match");
        out.flush();
    }
}
