package io.weir.launcher.posture;

import picocli.CommandLine.Command;

/** {@code weir posture}: how well keys, agents and policies are kept. */
@Command(
        name = "posture",
        mixinStandardHelpOptions = true,
        header = "See how well keys, agents and policies are kept, and say what is to become of findings.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            PostureShowCommand.class,
            PostureAcknowledgeCommand.class,
            PostureResolveCommand.class,
            PostureAcceptCommand.class,
            PostureReopenCommand.class
        })
public final class PostureCommand {}
