package io.weir.launcher.incident;

import io.weir.launcher.api.NoteOption;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code weir incident reopen}. */
@Command(
        name = "reopen",
        mixinStandardHelpOptions = true,
        header = "Open a closed incident again.",
        footerHeading = "%nExamples:%n",
        footer = "  weir incident reopen 7c9e6679-7425-40de-944b-e07fc1f90ae7")
final class IncidentReopenCommand extends IncidentStepCommand {

    @Mixin
    private final NoteOption note = new NoteOption();

    IncidentReopenCommand() {
        super("/transition");
    }

    @Override
    void addTo(Map<String, Object> body) {
        body.put("state", "open");
        note.addTo(body);
    }
}
