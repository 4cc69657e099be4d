package io.weir.launcher.incident;

import io.weir.launcher.api.NoteOption;
import io.weir.schemas.word.Resolution;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code weir incident close}. */
@Command(
        name = "close",
        mixinStandardHelpOptions = true,
        header = "Close an incident, and say what it turned out to be.",
        footerHeading = "%nExamples:%n",
        footer = "  weir incident close 7c9e6679-7425-40de-944b-e07fc1f90ae7 --as policy_gap")
final class IncidentCloseCommand extends IncidentStepCommand {

    @Mixin
    private final NoteOption note = new NoteOption();

    @Option(names = "--as", required = true, paramLabel = "RESOLUTION", description = "${COMPLETION-CANDIDATES}")
    private Resolution resolution = Resolution.FALSE_POSITIVE;

    IncidentCloseCommand() {
        super("/transition");
    }

    @Override
    void addTo(Map<String, Object> body) {
        body.put("state", "closed");
        body.put("resolution", resolution.name().toLowerCase(Locale.ROOT));
        note.addTo(body);
    }
}
