package io.weir.launcher.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.weir.engine.policy.PolicyReader;
import io.weir.engine.policy.text.PolicyFileException;
import io.weir.launcher.ExitCode;
import io.weir.platform.json.Json;
import io.weir.scanapi.policy.PolicyFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir policy apply}: puts policies to work on a running scan API. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        header = "Apply policy files to a running scan API; each becomes a new version.",
        description = "All files are checked before the first is sent. The credential needs the scope POLICY; the"
                + " operator's token, scan_api.admin_token, has it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  WEIR_TOKEN=... weir policy apply wires.yaml --env production --author ann",
            "  WEIR_TOKEN=... weir policy apply wires.yaml --shadow"
        })
public final class PolicyApplyCommand implements Callable<Integer> {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Policy files of our own format, one policy each")
    private List<Path> paths = List.of();

    @Option(names = "--env", paramLabel = "NAME", description = "Environment; default: what the file says, else all")
    private @Nullable String environment;

    @Option(names = "--author", paramLabel = "NAME", description = "Who applies; default: the key's fingerprint")
    private @Nullable String author;

    @Option(names = "--shadow", description = "As a candidate: it is judged and counted, and decides nothing.")
    private boolean shadow;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        try {
            for (Path path : paths) {
                PolicyReader.read(path.toString(), PolicyFolder.text(path));
            }
            int failed = 0;
            for (Path path : paths) {
                failed += apply(path, out);
            }
            out.flush();
            return failed == 0 ? ExitCode.OK : ExitCode.FINDINGS;
        } catch (PolicyFileException e) {
            command.commandLine().getErr().println("policy apply: " + e.getMessage());
            return ExitCode.USAGE;
        } catch (IOException e) {
            command.commandLine().getErr().println("policy apply: " + e.getMessage());
            return ExitCode.UNREACHABLE;
        }
    }

    private int apply(Path path, PrintWriter out) throws IOException {
        ObjectNode policy = YAML.readTree(PolicyFolder.text(path)).deepCopy();
        if (environment != null) {
            policy.remove(List.of("env_names", "environments", "environment"));
            policy.put("env_name", environment);
        }
        if (author != null) {
            policy.put("author", author);
        }
        policy.put("shadow", shadow);
        HttpResponse<String> response = api.post("/v1/policies/apply", policy);
        JsonNode answer = Json.mapper().readTree(response.body());
        if (response.statusCode() != 200) {
            out.println(path + ": " + answer.path("code").asText() + ": "
                    + answer.path("detail").asText());
            return 1;
        }
        out.println(path + ": " + answer.path("name").asText() + " version "
                + answer.path("version").asInt() + (shadow ? ", as a candidate" : ""));
        return 0;
    }
}
