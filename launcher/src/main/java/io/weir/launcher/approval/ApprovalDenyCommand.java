package io.weir.launcher.approval;

import picocli.CommandLine.Command;

/** {@code weir approval deny}: refuses a held call. */
@Command(
        name = "deny",
        mixinStandardHelpOptions = true,
        header = "Refuse a held call: the same call is denied for a while.",
        footerHeading = "%nExamples:%n",
        footer = "  weir approval deny 7c9e6679-7425-40de-944b-e07fc1f90ae7 --note \"not ours to send\"")
final class ApprovalDenyCommand extends ApprovalStepCommand {

    ApprovalDenyCommand() {
        super("/deny");
    }
}
