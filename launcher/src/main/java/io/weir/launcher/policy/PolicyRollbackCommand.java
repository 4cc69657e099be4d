package io.weir.launcher.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.ExitCode;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
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

/** {@code weir policy rollback}: puts an older version of a policy to work again. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        header = "Put an older version of a policy to work again; it becomes a new version.",
        footerHeading = "%nExamples:%n",
        footer = "  WEIR_TOKEN=... weir policy rollback wires --to 3 --env production")
public final class PolicyRollbackCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private ApiOptions api = new ApiOptions();

    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the policy")
    private String name = "";

    @Option(names = "--to", required = true, paramLabel = "VERSION", description = "Version that is wanted again")
    private int version;

    @Option(names = "--env", paramLabel = "NAME", description = "Environment of the policy; default: all")
    private @Nullable String environment;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        try {
            Map<String, Object> request = new LinkedHashMap<>(Map.of("name", name, "version", version));
            if (environment != null) {
                request.put("env_name", environment);
            }
            HttpResponse<String> response = api.post("/v1/policies/rollback", request);
            JsonNode answer = Json.mapper().readTree(response.body());
            boolean done = response.statusCode() == 200;
            out.println(
                    done
                            ? name + " version " + answer.path("version").asInt() + ", which is version " + version
                            : answer.path("code").asText() + ": "
                                    + answer.path("detail").asText());
            out.flush();
            return done ? ExitCode.OK : ExitCode.FINDINGS;
        } catch (IOException e) {
            command.commandLine().getErr().println("policy rollback: " + e.getMessage());
            return ExitCode.UNREACHABLE;
        }
    }
}
