package io.weir.launcher.agent;

import picocli.CommandLine.Command;

/** {@code weir agent suspend}. */
@Command(
        name = "suspend",
        mixinStandardHelpOptions = true,
        header = "Let no call of an agent through, on any node.",
        footerHeading = "%nExamples:%n",
        footer = "  weir agent suspend reporter --note \"asked the owner\"")
final class AgentSuspendCommand extends AgentRulingCommand {

    AgentSuspendCommand() {
        super("/suspend");
    }
}
