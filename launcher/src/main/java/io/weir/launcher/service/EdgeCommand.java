package io.weir.launcher.service;

import io.weir.client.ScanClientConfig;
import io.weir.launcher.StopRequest;
import io.weir.launcher.stack.Assembly;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code weir edge}: the edges of HTTP as a process of their own. */
@Command(
        name = "edge",
        mixinStandardHelpOptions = true,
        header = "Run an HTTP gateway, and what Envoy asks, in front of a scan API, until it is stopped.",
        description = "Settings come from environment variables (WEIR_...), then --config.",
        footerHeading = "%nExamples:%n",
        footer = "  WEIR_SCAN_CLIENT_URL=http://scan-api:4000 weir edge")
public final class EdgeCommand extends ServiceCommand {

    /** The command; it ends when it is asked to. */
    public EdgeCommand(StopRequest stop) {
        super(stop);
    }

    @Override
    void start(Assembly assembly) throws IOException {
        ScanClientConfig scan = assembly.config().get(ScanClientConfig.SECTION);
        assembly.startGateway(scan);
        assembly.startEnvoy(scan);
    }
}
