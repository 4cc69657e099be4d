package io.weir.launcher.incident;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir incident reopen}. */
@Command(
        name = "reopen",
        mixinStandardHelpOptions = true,
        header = "Open a closed incident again.",
        footerHeading = "%nExamples:%n",
        footer = "  weir incident reopen 7c9e6679-7425-40de-944b-e07fc1f90ae7")
final class IncidentReopenCommand extends IncidentStepCommand {

    @Option(names = "--note", paramLabel = "TEXT", description = "Kept with the incident; write no secrets into it.")
    private @Nullable String note;

    IncidentReopenCommand() {
        super("/transition");
    }

    @Override
    void addTo(Map<String, Object> body) {
        body.put("state", "open");
        if (note != null) {
            body.put("note", note);
        }
    }
}
