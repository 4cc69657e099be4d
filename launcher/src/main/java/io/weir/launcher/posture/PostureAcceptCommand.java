package io.weir.launcher.posture;

import picocli.CommandLine.Command;

/** {@code weir posture accept}. */
@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        header = "Live with a finding; it costs nothing.",
        footerHeading = "%nExamples:%n",
        footer = "  weir posture accept NO_IP_ALLOWLIST --note \"one host\"")
final class PostureAcceptCommand extends PostureStepCommand {

    PostureAcceptCommand() {
        super("accept");
    }
}
