package io.weir.launcher.service;

import io.weir.launcher.StopRequest;
import io.weir.launcher.stack.Assembly;
import picocli.CommandLine.Command;

/** {@code weir scan-api}: the decision point as a process of its own. */
@Command(
        name = "scan-api",
        mixinStandardHelpOptions = true,
        header = "Run a scan API on a Kafka cluster, until it is stopped.",
        description = "Settings come from environment variables (WEIR_...), then --config.",
        footerHeading = "%nExamples:%n",
        footer = "  WEIR_KAFKA_BOOTSTRAP=kafka:9092 weir scan-api")
public final class ScanApiCommand extends ServiceCommand {

    /** The command; it ends when it is asked to. */
    public ScanApiCommand(StopRequest stop) {
        super(stop);
    }

    @Override
    void start(Assembly assembly) {
        assembly.startScanApi(assembly.connectKafka());
    }
}
