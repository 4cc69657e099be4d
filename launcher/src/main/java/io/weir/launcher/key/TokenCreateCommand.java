package io.weir.launcher.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import io.weir.schemas.word.Role;
import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir token create}: makes a person's token and prints it once. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        header = "Make a person's token and print it once.",
        footerHeading = "%nExamples:%n",
        footer = "  weir token create --name 'Ana Ruiz' --role reviewer --ttl-days 90")
final class TokenCreateCommand extends ApiCommand {

    private static final int SECONDS_PER_DAY = 86_400;

    @Option(names = "--name", required = true, paramLabel = "TEXT", description = "Whose token it is.")
    private String name = "";

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "admin (everything), developer (scans, reads, changes policies), reviewer (reads, decides on "
                    + "held calls, handles incidents) or auditor (reads).")
    private Role role = Role.AUDITOR;

    @Option(
            names = "--ttl-days",
            paramLabel = "N",
            defaultValue = "90",
            description = "How long it is valid; default: ${DEFAULT-VALUE}")
    private int ttlDays = 90;

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        return api.post(
                "/v1/keys",
                Map.of("kind", "token", "name", name, "role", role.name(), "ttl_seconds", ttlDays * SECONDS_PER_DAY));
    }

    @Override
    protected String text(JsonNode answer) {
        return KeyTexts.made(answer);
    }
}
