package io.weir.launcher.agent;

import picocli.CommandLine.Command;

/** {@code weir agent reactivate}. */
@Command(
        name = "reactivate",
        mixinStandardHelpOptions = true,
        header = "Judge the calls of an agent again as any other's.",
        footerHeading = "%nExamples:%n",
        footer = "  weir agent reactivate reporter --note \"asked the owner\"")
final class AgentReactivateCommand extends AgentRulingCommand {

    AgentReactivateCommand() {
        super("/reactivate");
    }
}
