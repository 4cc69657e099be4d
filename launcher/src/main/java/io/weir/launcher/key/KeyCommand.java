package io.weir.launcher.key;

import picocli.CommandLine.Command;

/** {@code weir key}: the keys of agents. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        header = "Make, list, rotate and revoke keys.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {KeyCreateCommand.class, KeyListCommand.class, KeyRotateCommand.class, KeyRevokeCommand.class})
public final class KeyCommand {}
