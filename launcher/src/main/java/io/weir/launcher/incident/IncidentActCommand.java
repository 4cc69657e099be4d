package io.weir.launcher.incident;

import io.weir.schemas.word.ResponseAction;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir incident act}. */
@Command(
        name = "act",
        mixinStandardHelpOptions = true,
        header = "Do something about the agent or the session of an incident.",
        footerHeading = "%nExamples:%n",
        footer = "  weir incident act 7c9e6679-7425-40de-944b-e07fc1f90ae7 --do suspend_agent")
final class IncidentActCommand extends IncidentStepCommand {

    @Option(names = "--do", required = true, paramLabel = "ACTION", description = "${COMPLETION-CANDIDATES}")
    private ResponseAction action = ResponseAction.SCRUTINIZE_AGENT;

    IncidentActCommand() {
        super("/actions");
    }

    @Override
    void addTo(Map<String, Object> body) {
        body.put("action", action.name().toLowerCase(Locale.ROOT));
    }
}
