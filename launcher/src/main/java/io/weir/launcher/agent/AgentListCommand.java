package io.weir.launcher.agent;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code weir agent list}: the agents of a tenant. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "List agents that something is known of, those with the least trust first.",
        footerHeading = "%nExamples:%n",
        footer = {"  weir agent list", "  weir agent list --tenant acme"})
final class AgentListCommand extends ApiCommand {

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        return api.get("/v1/agents");
    }

    @Override
    protected String text(JsonNode answer) {
        return AgentTexts.table(answer.path("agents"));
    }
}
