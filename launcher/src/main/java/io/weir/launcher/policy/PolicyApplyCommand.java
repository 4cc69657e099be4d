package io.weir.launcher.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.weir.engine.policy.PolicyReader;
import io.weir.engine.policy.text.PolicyFileException;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import io.weir.platform.folder.SmallFile;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weir policy apply}: puts policies to work on a running scan API. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        header = "Apply policy files to a running scan API; each becomes a new version.",
        description = "All files are checked before the first is sent; they are sent in order, and the first that is"
                + " refused ends it. The token needs the scope POLICY; the operator's token has it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir policy apply wires.yaml --env production --author ann",
            "  WEIR_TOKEN=... weir policy apply wires.yaml --shadow"
        })
public final class PolicyApplyCommand extends ApiCommand {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Policy files of our own format, one policy each")
    private List<Path> paths = List.of();

    @Option(names = "--env", paramLabel = "NAME", description = "Environment; default: what the file says, else all")
    private @Nullable String environment;

    @Option(names = "--author", paramLabel = "NAME", description = "Who applies; default: the key's fingerprint")
    private @Nullable String author;

    @Option(names = "--shadow", description = "As a candidate: it is judged and counted, and decides nothing.")
    private boolean shadow;

    @Override
    protected void check() throws IOException {
        for (Path path : paths) {
            check(path);
        }
    }

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        ArrayNode applied = Json.mapper().createArrayNode();
        for (Path path : paths) {
            applied.add(api.post("/v1/policies/apply", request(path)));
        }
        return applied;
    }

    private static void check(Path path) throws IOException {
        try {
            PolicyReader.read(path.toString(), SmallFile.text(path));
        } catch (PolicyFileException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private Map<String, Object> request(Path path) throws IOException {
        Map<String, Object> policy = YAML.readValue(SmallFile.text(path), new TypeReference<>() {});
        if (environment != null) {
            policy.keySet().removeAll(List.of("env_names", "environments", "environment"));
            policy.put("env_name", environment);
        }
        if (author != null) {
            policy.put("author", author);
        }
        policy.put("shadow", shadow);
        return policy;
    }

    @Override
    protected String text(JsonNode applied) {
        return StreamSupport.stream(applied.spliterator(), false)
                .map(policy -> policy.path("name").asText() + " version "
                        + policy.path("version").asInt() + (shadow ? ", as a candidate" : ""))
                .collect(Collectors.joining("\n"));
    }
}
