package io.weir.launcher.incident;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir incident note}. */
@Command(
        name = "note",
        mixinStandardHelpOptions = true,
        header = "Write something down in an incident.",
        footerHeading = "%nExamples:%n",
        footer = "  weir incident note 7c9e6679-7425-40de-944b-e07fc1f90ae7 --note \"asked the owner\"")
final class IncidentNoteCommand extends IncidentStepCommand {

    @Option(
            names = "--note",
            required = true,
            paramLabel = "TEXT",
            description = "Kept with the incident; write no secrets into it.")
    private String note = "";

    IncidentNoteCommand() {
        super("/notes");
    }

    @Override
    void addTo(Map<String, Object> body) {
        body.put("note", note);
    }
}
