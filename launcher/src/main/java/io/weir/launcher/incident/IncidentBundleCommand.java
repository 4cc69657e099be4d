package io.weir.launcher.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.engine.audit.Sha256;
import io.weir.launcher.ExitCode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiOptions;
import io.weir.launcher.api.ApiRefused;
import io.weir.platform.json.Json;
import io.weir.schemas.api.EvidenceAnswer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir incident bundle}: what an incident rests on, as one file to hand over. */
@Command(
        name = "bundle",
        mixinStandardHelpOptions = true,
        header = "Write what an incident rests on into one archive, with a manifest of digests.",
        description = "The same incident and the same records give the same bytes. The archive holds no content.",
        footerHeading = "%nExamples:%n",
        footer = "  weir incident bundle 7c9e6679-7425-40de-944b-e07fc1f90ae7 --out case.zip")
final class IncidentBundleCommand implements Callable<Integer> {

    private static final long AROUND_MILLIS = 3_600_000;
    private static final int CALLS_MAX = 10_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ApiOptions options = new ApiOptions();

    @Mixin
    private final IncidentIdParameter incident = new IncidentIdParameter();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to write the archive.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        try {
            AdminApi api = options.connect();
            JsonNode found = api.get(incident.path(""));
            EvidenceAnswer evidence =
                    Json.mapper().treeToValue(api.get(incident.path("/evidence")), EvidenceAnswer.class);
            Map<String, byte[]> files = EvidenceBundle.files(found, evidence, calls(api, found));
            Files.write(Objects.requireNonNull(out), EvidenceBundle.archive(files));
            byte[] manifest = Objects.requireNonNull(files.get(EvidenceBundle.MANIFEST));
            print(command.getOut(), out + ": manifest sha256 " + Sha256.hex(manifest));
            return ExitCode.OK;
        } catch (ApiRefused e) {
            print(command.getErr(), command.getCommandName() + ": " + e.getMessage());
            return ExitCode.FINDINGS;
        }
    }

    private static byte[] calls(AdminApi api, JsonNode incident) throws IOException, InterruptedException {
        String session = incident.at("/opening/session_id").asText("");
        ByteArrayOutputStream calls = new ByteArrayOutputStream();
        if (!session.isEmpty()) {
            api.download(
                    "/v1/decisions/export?format=ndjson&limit=" + CALLS_MAX + "&session="
                            + URLEncoder.encode(session, StandardCharsets.UTF_8) + "&since="
                            + (incident.path("opened_at").asLong() - AROUND_MILLIS) + "&until="
                            + (incident.path("last_at").asLong() + AROUND_MILLIS),
                    calls);
        }
        return calls.toByteArray();
    }

    private static void print(PrintWriter writer, String text) {
        writer.println(text);
        writer.flush();
    }
}
