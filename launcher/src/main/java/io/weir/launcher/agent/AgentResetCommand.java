package io.weir.launcher.agent;

import picocli.CommandLine.Command;

/** {@code weir agent reset}. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        header = "Give an agent full trust again.",
        footerHeading = "%nExamples:%n",
        footer = "  weir agent reset reporter --note \"asked the owner\"")
final class AgentResetCommand extends AgentRulingCommand {

    AgentResetCommand() {
        super("/trust/reset");
    }
}
