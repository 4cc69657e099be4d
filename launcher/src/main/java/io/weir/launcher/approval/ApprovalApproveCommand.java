package io.weir.launcher.approval;

import picocli.CommandLine.Command;

/** {@code weir approval approve}: allows a held call. */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        header = "Allow a held call: the same call, once unless the grant says otherwise.",
        footerHeading = "%nExamples:%n",
        footer = "  weir approval approve 7c9e6679-7425-40de-944b-e07fc1f90ae7 --note \"asked the owner\"")
final class ApprovalApproveCommand extends ApprovalStepCommand {

    ApprovalApproveCommand() {
        super("/approve");
    }
}
