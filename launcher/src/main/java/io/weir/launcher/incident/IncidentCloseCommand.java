package io.weir.launcher.incident;

import io.weir.schemas.word.Resolution;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir incident close}. */
@Command(
        name = "close",
        mixinStandardHelpOptions = true,
        header = "Close an incident, and say what it turned out to be.",
        footerHeading = "%nExamples:%n",
        footer = "  weir incident close 7c9e6679-7425-40de-944b-e07fc1f90ae7 --as policy_gap")
final class IncidentCloseCommand extends IncidentStepCommand {

    @Option(names = "--note", paramLabel = "TEXT", description = "Kept with the incident; write no secrets into it.")
    private @Nullable String note;

    @Option(names = "--as", required = true, paramLabel = "RESOLUTION", description = "${COMPLETION-CANDIDATES}")
    private Resolution resolution = Resolution.FALSE_POSITIVE;

    IncidentCloseCommand() {
        super("/transition");
    }

    @Override
    void addTo(Map<String, Object> body) {
        body.put("state", "closed");
        body.put("resolution", resolution.name().toLowerCase(Locale.ROOT));
        if (note != null) {
            body.put("note", note);
        }
    }
}
