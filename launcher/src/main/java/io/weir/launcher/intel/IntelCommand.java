package io.weir.launcher.intel;

import picocli.CommandLine.Command;

/** {@code weir intel}: feeds of threats. */
@Command(
        name = "intel",
        mixinStandardHelpOptions = true,
        header = "Import feeds of threats, without any network, and list them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {IntelImportCommand.class, IntelListCommand.class})
public final class IntelCommand {}
