package io.weir.launcher.up;

import io.weir.launcher.ExitCode;
import io.weir.launcher.StopRequest;
import io.weir.launcher.config.AdminToken;
import io.weir.launcher.config.DataOptions;
import io.weir.launcher.stack.LocalStack;
import io.weir.platform.Build;
import io.weir.platform.config.ConfigSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir up}: starts all parts in this process and stays until Ctrl-C. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        header = "Run everything on this machine, until Ctrl-C.",
        description = {
            "Starts Kafka's own broker, the correlator, the scan API and the HTTP gateway in one process, "
                    + "on loopback. Data survive a restart.",
            "Settings come from options, then environment variables (WEIR_...), then --config."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir up",
            "  weir up --data /var/lib/weir --api-port 4001 --gateway-port 4101",
            "  weir up --bootstrap kafka-1:9092,kafka-2:9092"
        })
public final class UpCommand implements Callable<Integer> {

    private final StopRequest stop;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final DataOptions options = new DataOptions();

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "Use this Kafka cluster in place of an embedded broker.")
    private @Nullable String bootstrap;

    @Option(names = "--api-port", paramLabel = "PORT", description = "Port of the scan API; default: 4000, 0 for any.")
    private @Nullable String apiPort;

    @Option(
            names = "--gateway-port",
            paramLabel = "PORT",
            description = "Port of the gateway; default: 4100, 0 for any.")
    private @Nullable String gatewayPort;

    /** The command; it ends when it is asked to. */
    public UpCommand(StopRequest stop) {
        this.stop = stop;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (LocalStack stack = LocalStack.start(source(), options.data())) {
            out().println(banner(stack));
            out().flush();
            stop.await();
        }
        out().println("Stopped.");
        out().flush();
        return ExitCode.OK;
    }

    private ConfigSource source() {
        ConfigSource source = options.settings();
        source = with(source, "kafka.bootstrap", bootstrap, "--bootstrap");
        source = with(source, "scan_api.port", apiPort, "--api-port");
        return with(source, "gateway.port", gatewayPort, "--gateway-port");
    }

    private static ConfigSource with(ConfigSource source, String key, @Nullable String value, String option) {
        return value == null ? source : source.withOption(key, value, "option " + option);
    }

    private static String banner(LocalStack stack) {
        return String.join(
                System.lineSeparator(),
                "Weir " + Build.version() + " is up.",
                "",
                "  Scan API   " + stack.scanApi().url(),
                "  Console    " + (stack.hasConsole() ? stack.scanApi().url() + "/console" : "off"),
                "  Gateway    " + stack.gatewayUrl() + "<upstream-url>",
                "  Kafka      " + stack.kafka().bootstrap(),
                "  Data       " + stack.folder(),
                "  Admin      " + admin(stack.adminToken()),
                "",
                "Put the gateway before any URL that an agent calls, for example:",
                "  curl -H 'X-Weir-Session: first' " + stack.gatewayUrl() + "https://example.com/",
                "Ctrl-C stops it.");
    }

    private static String admin(@Nullable AdminToken admin) {
        if (admin == null) {
            return "token as configured";
        }
        return admin.made()
                ? admin.token().reveal() + " (shown once; kept in " + admin.file() + ")"
                : "token in " + admin.file();
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
