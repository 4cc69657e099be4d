package io.weir.launcher.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code weir incident show}: one incident. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        header = "Show an incident: what belongs to it, and what was done.",
        footerHeading = "%nExamples:%n",
        footer = "  weir incident show 7c9e6679-7425-40de-944b-e07fc1f90ae7")
final class IncidentShowCommand extends ApiCommand {

    @Mixin
    private final IncidentIdParameter incident = new IncidentIdParameter();

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        return api.get(incident.path(""));
    }

    @Override
    protected String text(JsonNode answer) {
        return IncidentTexts.whole(answer);
    }
}
