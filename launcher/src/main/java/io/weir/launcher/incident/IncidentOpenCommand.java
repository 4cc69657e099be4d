package io.weir.launcher.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import io.weir.schemas.word.Severity;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weir incident open}. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        header = "Open an incident by hand.",
        footerHeading = "%nExamples:%n",
        footer = "  weir incident open \"The reporter sends more than it should\" --agent reporter --severity high")
final class IncidentOpenCommand extends ApiCommand {

    @Parameters(paramLabel = "TITLE", description = "One sentence for people; write no secrets into it.")
    private String title = "";

    @Option(
            names = "--severity",
            paramLabel = "SEVERITY",
            defaultValue = "MEDIUM",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
    private Severity severity = Severity.MEDIUM;

    @Option(names = "--agent", paramLabel = "AGENT", description = "The agent that it is about.")
    private @Nullable String agent;

    @Option(names = "--session", paramLabel = "SESSION", description = "The session that it is about.")
    private @Nullable String session;

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", title);
        body.put("severity", severity.name());
        body.put("agent_id", agent);
        body.put("session_id", session);
        return api.post("/v1/incidents", body);
    }

    @Override
    protected String text(JsonNode answer) {
        return IncidentTexts.whole(answer);
    }
}
