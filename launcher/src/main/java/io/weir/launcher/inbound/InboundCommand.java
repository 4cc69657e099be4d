package io.weir.launcher.inbound;

import picocli.CommandLine.Command;

/** {@code weir inbound}: inbound routes. */
@Command(
        name = "inbound",
        mixinStandardHelpOptions = true,
        header = "Prepare inbound routes: upstreams that agents call without ever seeing their credentials.",
        description = "The gateway follows the files as they change; nothing needs a restart.",
        subcommands = {
            InboundCheckCommand.class,
            InboundTokenCommand.class,
            CredentialSetCommand.class,
            CredentialListCommand.class,
            CredentialRevokeCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir inbound token                                          # a token for a caller, and its digest",
            "  printf 'Bearer %%s' \"$TOKEN\" | weir inbound credential-set crm --header Authorization",
            "  weir inbound credential-revoke crm                          # routes that need it answer 502",
            "  weir inbound check routes.yaml"
        })
public final class InboundCommand {}
