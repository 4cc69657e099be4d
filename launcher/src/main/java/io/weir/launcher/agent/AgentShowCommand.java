package io.weir.launcher.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code weir agent show}: one agent. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        header = "Show the standing of an agent: its trust, why, and how it went.",
        footerHeading = "%nExamples:%n",
        footer = "  weir agent show reporter")
final class AgentShowCommand extends ApiCommand {

    @Mixin
    private final AgentIdParameter agent = new AgentIdParameter();

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        return api.get(agent.path(""));
    }

    @Override
    protected String text(JsonNode answer) {
        return AgentTexts.whole(answer);
    }
}
