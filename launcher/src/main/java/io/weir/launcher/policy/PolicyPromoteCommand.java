package io.weir.launcher.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weir policy promote}: puts to work in one environment what holds in another. */
@Command(
        name = "promote",
        mixinStandardHelpOptions = true,
        header = "Put to work in one environment the policies that hold in another; each becomes a new version there.",
        description = "What holds there already as it is stays. All are checked before the first is applied.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir policy promote --from staging --to production --author ann",
            "  weir policy promote wires --from staging --to production --at 3 --shadow"
        })
public final class PolicyPromoteCommand extends ApiCommand {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description = "Name of the policy; default: all that hold in the environment")
    private @Nullable String name;

    @Option(names = "--from", required = true, paramLabel = "NAME", description = "Environment where they hold")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "NAME", description = "Environment where they shall hold")
    private String to = "";

    @Option(names = "--at", paramLabel = "VERSION", description = "Version of the one policy; default: what holds")
    private @Nullable Integer version;

    @Option(names = "--author", paramLabel = "NAME", description = "Who promotes; default: the name of the credential")
    private @Nullable String author;

    @Option(names = "--shadow", description = "As candidates: they are judged and counted, and decide nothing.")
    private boolean shadow;

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("name", name);
        request.put("from_env", from);
        request.put("to_env", to);
        request.put("version", version);
        request.put("author", author);
        request.values().removeIf(value -> value == null);
        request.put("shadow", shadow);
        return api.post("/v1/policies/promote", request);
    }

    @Override
    protected String text(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        answer.path("applied").forEach(policy -> lines.add(line(policy) + (shadow ? ", as a candidate" : "")));
        answer.path("unchanged").forEach(policy -> lines.add(line(policy) + ", as before"));
        return String.join(System.lineSeparator(), lines);
    }

    private String line(JsonNode policy) {
        return policy.path("name").asText() + " in " + to + " version "
                + policy.path("version").asInt();
    }
}
