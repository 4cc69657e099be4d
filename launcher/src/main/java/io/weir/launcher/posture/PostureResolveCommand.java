package io.weir.launcher.posture;

import picocli.CommandLine.Command;

/** {@code weir posture resolve}. */
@Command(
        name = "resolve",
        mixinStandardHelpOptions = true,
        header = "Say that something was done; what is still found a day later is open again.",
        footerHeading = "%nExamples:%n",
        footer = "  weir posture resolve KEY_OLD_ROTATION --subject 7c9e6679-7425-40de-944b-e07fc1f90ae7")
final class PostureResolveCommand extends PostureStepCommand {

    PostureResolveCommand() {
        super("resolve");
    }
}
