package io.weir.launcher.incident;

import io.weir.launcher.api.NoteOption;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code weir incident investigate}. */
@Command(
        name = "investigate",
        mixinStandardHelpOptions = true,
        header = "Take an incident up.",
        footerHeading = "%nExamples:%n",
        footer = "  weir incident investigate 7c9e6679-7425-40de-944b-e07fc1f90ae7")
final class IncidentInvestigateCommand extends IncidentStepCommand {

    @Mixin
    private final NoteOption note = new NoteOption();

    IncidentInvestigateCommand() {
        super("/transition");
    }

    @Override
    void addTo(Map<String, Object> body) {
        body.put("state", "investigating");
        note.addTo(body);
    }
}
