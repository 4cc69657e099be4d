package io.weir.launcher.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code weir key rotate}: makes a key that takes the place of another. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        header = "Make a key that takes the place of another, which stays valid for a while.",
        footerHeading = "%nExamples:%n",
        footer = "  weir key rotate 7d9c2b1e-0f64-4c0a-b5d1-7d6e5f4a3b2c --overlap-hours 24")
final class KeyRotateCommand extends ApiCommand {

    private static final int SECONDS_PER_HOUR = 3_600;

    @Parameters(paramLabel = "ID", description = "Id of the key.")
    private String keyId = "";

    @Option(
            names = "--overlap-hours",
            paramLabel = "N",
            defaultValue = "168",
            description = "How long the old key stays valid; default: ${DEFAULT-VALUE}")
    private int overlapHours = 168;

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        return api.post(
                KeyRevokeCommand.path(keyId) + "/rotate", Map.of("overlap_seconds", overlapHours * SECONDS_PER_HOUR));
    }

    @Override
    protected String text(JsonNode answer) {
        return KeyTexts.made(answer);
    }
}
