package io.weir.launcher.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import java.io.IOException;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code weir key revoke}: ends a key at once. */
@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        header = "End a key or token at once, on all nodes.",
        footerHeading = "%nExamples:%n",
        footer = "  weir key revoke 7d9c2b1e-0f64-4c0a-b5d1-7d6e5f4a3b2c")
final class KeyRevokeCommand extends ApiCommand {

    @Parameters(paramLabel = "ID", description = "Id of the key.")
    private String keyId = "";

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        return api.delete(path(keyId));
    }

    @Override
    protected String text(JsonNode answer) {
        return "revoked " + answer.path("prefix").asText() + "... ("
                + answer.path("name").asText() + ")";
    }

    /** The path of a key. */
    static String path(String keyId) {
        try {
            return "/v1/keys/" + UUID.fromString(keyId);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + keyId + "' is no id of a key; 'weir key list' shows them", e);
        }
    }
}
