package io.weir.launcher.approval;

import picocli.CommandLine.Command;

/** {@code weir approval note}: writes something about a held call. */
@Command(
        name = "note",
        mixinStandardHelpOptions = true,
        header = "Write something about a held call.",
        footerHeading = "%nExamples:%n",
        footer = "  weir approval note 7c9e6679-7425-40de-944b-e07fc1f90ae7 --note \"waiting for legal\"")
final class ApprovalNoteCommand extends ApprovalStepCommand {

    ApprovalNoteCommand() {
        super("/notes");
    }
}
