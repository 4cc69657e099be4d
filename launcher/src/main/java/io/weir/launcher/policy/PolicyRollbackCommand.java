package io.weir.launcher.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weir policy rollback}: puts an older version of a policy to work again. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        header = "Put an older version of a policy to work again; it becomes a new version.",
        footerHeading = "%nExamples:%n",
        footer = "  weir policy rollback wires --to 3 --env production")
public final class PolicyRollbackCommand extends ApiCommand {

    @Parameters(index = "0", paramLabel = "NAME", description = "Name of the policy")
    private String name = "";

    @Option(names = "--to", required = true, paramLabel = "VERSION", description = "Version that is wanted again")
    private int version;

    @Option(names = "--env", paramLabel = "NAME", description = "Environment of the policy; default: all")
    private @Nullable String environment;

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        Map<String, Object> request = new LinkedHashMap<>(Map.of("name", name, "version", version));
        if (environment != null) {
            request.put("env_name", environment);
        }
        return api.post("/v1/policies/rollback", request);
    }

    @Override
    protected String text(JsonNode answer) {
        return name + " version " + answer.path("version").asInt() + ", which is version " + version;
    }
}
