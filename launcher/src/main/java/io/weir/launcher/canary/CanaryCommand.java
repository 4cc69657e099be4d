package io.weir.launcher.canary;

import picocli.CommandLine.Command;

/** {@code weir canary}: canary tokens. */
@Command(
        name = "canary",
        mixinStandardHelpOptions = true,
        header = "Make canary tokens: values that nobody should ever send.",
        subcommands = CanaryMintCommand.class)
public final class CanaryCommand {}
