package io.weir.launcher.incident;

import picocli.CommandLine.Command;

/** {@code weir incident}: incidents, and what people do about them. */
@Command(
        name = "incident",
        mixinStandardHelpOptions = true,
        header = "See what went wrong, and handle it.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            IncidentListCommand.class,
            IncidentShowCommand.class,
            IncidentEvidenceCommand.class,
            IncidentBundleCommand.class,
            IncidentVerifyCommand.class,
            IncidentOpenCommand.class,
            IncidentInvestigateCommand.class,
            IncidentNoteCommand.class,
            IncidentActCommand.class,
            IncidentCloseCommand.class,
            IncidentReopenCommand.class
        })
public final class IncidentCommand {}
