package io.weir.launcher.agent;

import picocli.CommandLine.Command;

/** {@code weir agent}: agents, and what people say of them. */
@Command(
        name = "agent",
        mixinStandardHelpOptions = true,
        header = "See how far agents are trusted, and restrain them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AgentListCommand.class,
            AgentShowCommand.class,
            AgentSuspendCommand.class,
            AgentReactivateCommand.class,
            AgentResetCommand.class,
            AgentScrutinizeCommand.class
        })
public final class AgentCommand {}
