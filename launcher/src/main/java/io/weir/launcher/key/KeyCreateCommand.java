package io.weir.launcher.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.api.AdminApi;
import io.weir.launcher.api.ApiCommand;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir key create}: makes a key and prints it once. */
@Command(
        name = "create",
        mixinStandardHelpOptions = true,
        header = "Make a key and print it once.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir key create --name reporter --env production --agent reporter --pinned",
            "  weir key create --name nightly --cidr 10.0.0.0/8 --ttl-days 90 --scans-per-minute 600",
            "  weir key create --name signer --kind agent --agent billing"
        })
final class KeyCreateCommand extends ApiCommand {

    private static final int SECONDS_PER_DAY = 86_400;

    @Option(names = "--name", required = true, paramLabel = "TEXT", description = "Label, for people.")
    private String name = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            defaultValue = "live",
            description = "live, test, or agent (a secret to sign with); default: ${DEFAULT-VALUE}")
    private String kind = "live";

    @Option(names = "--env", paramLabel = "NAME", description = "Environment of calls that name none.")
    private @Nullable String environment;

    @Option(names = "--agent", paramLabel = "ID", description = "Agent of calls that name none.")
    private @Nullable String agent;

    @Option(names = "--pinned", description = "Refuse calls that name another environment or agent.")
    private boolean pinned;

    @Option(
            names = "--scope",
            split = ",",
            paramLabel = "SCOPE",
            description = "scan, read, approve, policy, respond or keys; scan if left out.")
    private List<String> scopes = List.of();

    @Option(
            names = "--cidr",
            split = ",",
            paramLabel = "NETWORK",
            description = "Networks that the key may be sent from; any if left out.")
    private List<String> cidrs = List.of();

    @Option(names = "--ttl-days", paramLabel = "N", description = "How long it is valid; for ever if left out.")
    private @Nullable Integer ttlDays;

    @Option(names = "--scans-per-minute", paramLabel = "N", description = "Calls a minute; 0 for any number.")
    private @Nullable Integer scansPerMinute;

    @Option(names = "--scans-per-month", paramLabel = "N", description = "Calls a month; 0 for any number.")
    private @Nullable Integer scansPerMonth;

    @Override
    protected JsonNode ask(AdminApi api) throws IOException, InterruptedException {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("kind", kind);
        order.put("name", name);
        order.put("pinned", pinned);
        order.put("scopes", scopes);
        order.put("cidrs", cidrs);
        putIfGiven(order, "env", environment);
        putIfGiven(order, "default_agent_id", agent);
        putIfGiven(order, "ttl_seconds", ttlDays == null ? null : Integer.valueOf(ttlDays * SECONDS_PER_DAY));
        putIfGiven(order, "scans_per_minute", scansPerMinute);
        putIfGiven(order, "scans_per_month", scansPerMonth);
        return api.post("/v1/keys", order);
    }

    @Override
    protected String text(JsonNode answer) {
        return KeyTexts.made(answer);
    }

    private static void putIfGiven(Map<String, Object> order, String name, @Nullable Object value) {
        if (value != null) {
            order.put(name, value);
        }
    }
}
