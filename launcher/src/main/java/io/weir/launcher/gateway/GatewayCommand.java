package io.weir.launcher.gateway;

import picocli.CommandLine.Command;

/** {@code weir gateway}: what operators of a gateway prepare. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        header = "Prepare the HTTP gateway; 'weir up' and 'weir edge' run it.",
        subcommands = GatewayAuthorityCommand.class)
public final class GatewayCommand {}
