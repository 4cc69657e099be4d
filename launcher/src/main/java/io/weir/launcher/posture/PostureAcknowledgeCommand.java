package io.weir.launcher.posture;

import picocli.CommandLine.Command;

/** {@code weir posture acknowledge}. */
@Command(
        name = "acknowledge",
        mixinStandardHelpOptions = true,
        header = "Say that a finding was seen; it costs what it did.",
        footerHeading = "%nExamples:%n",
        footer = "  weir posture acknowledge GHOST_ACCESS --note \"ann asks the owner\"")
final class PostureAcknowledgeCommand extends PostureStepCommand {

    PostureAcknowledgeCommand() {
        super("acknowledge");
    }
}
