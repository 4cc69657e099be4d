package io.weir.launcher.key;

import picocli.CommandLine.Command;

/** {@code weir token}: the tokens of people. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        header = "Make tokens for people; 'weir key' lists and revokes them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = TokenCreateCommand.class)
public final class TokenCommand {}
