package io.weir.launcher.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code weir key list}: the keys of a tenant. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        header = "List the keys and tokens of a tenant.",
        footerHeading = "%nExamples:%n",
        footer = "  weir key list --tenant acme")
final class KeyListCommand extends ApiCommand {

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        return api.get("/v1/keys");
    }

    @Override
    protected String text(JsonNode answer) {
        return KeyTexts.table(answer.path("keys"));
    }
}
