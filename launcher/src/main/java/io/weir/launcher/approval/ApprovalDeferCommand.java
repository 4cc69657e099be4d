package io.weir.launcher.approval;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir approval defer}: has a held call wait longer. */
@Command(
        name = "defer",
        mixinStandardHelpOptions = true,
        header = "Have a held call wait longer; a day at most.",
        footerHeading = "%nExamples:%n",
        footer = "  weir approval defer 7c9e6679-7425-40de-944b-e07fc1f90ae7 --minutes 60")
final class ApprovalDeferCommand extends ApprovalStepCommand {

    private static final int SECONDS_PER_MINUTE = 60;

    @Option(names = "--minutes", required = true, paramLabel = "N", description = "How much longer from now on.")
    private int minutes;

    ApprovalDeferCommand() {
        super("/defer");
    }

    @Override
    void addTo(Map<String, Object> body) {
        body.put("seconds", minutes * SECONDS_PER_MINUTE);
    }
}
