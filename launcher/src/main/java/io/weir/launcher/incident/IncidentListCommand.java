package io.weir.launcher.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import io.weir.schemas.word.IncidentState;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir incident list}: the incidents of a tenant. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "List incidents, the latest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  weir incident list", "  weir incident list --state closed --tenant acme"})
final class IncidentListCommand extends ApiCommand {

    @Option(names = "--state", paramLabel = "STATE", description = "Only those in it: ${COMPLETION-CANDIDATES}")
    private @Nullable IncidentState state;

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        return api.get(
                "/v1/incidents" + (state == null ? "" : "?state=" + state.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    protected String text(JsonNode answer) {
        return IncidentTexts.table(answer.path("incidents"));
    }
}
