package io.weir.launcher.posture;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code weir posture show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        header = "Show the score and all findings, the most urgent first.",
        footerHeading = "%nExamples:%n",
        footer = "  weir posture show --tenant acme")
final class PostureShowCommand extends ApiCommand {

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        return api.get("/v1/posture");
    }

    @Override
    protected String text(JsonNode answer) {
        return PostureTexts.table(answer);
    }
}
