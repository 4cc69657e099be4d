package io.weir.launcher.posture;

import picocli.CommandLine.Command;

/** {@code weir posture reopen}. */
@Command(
        name = "reopen",
        mixinStandardHelpOptions = true,
        header = "Take back what was said of a finding.",
        footerHeading = "%nExamples:%n",
        footer = "  weir posture reopen NO_IP_ALLOWLIST")
final class PostureReopenCommand extends PostureStepCommand {

    PostureReopenCommand() {
        super("reopen");
    }
}
