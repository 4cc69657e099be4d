package io.weir.launcher.service;

import io.weir.launcher.StopRequest;
import io.weir.launcher.stack.Assembly;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code weir correlator}: the correlator as a process of its own. */
@Command(
        name = "correlator",
        mixinStandardHelpOptions = true,
        header = "Run a correlator on a Kafka cluster, until it is stopped.",
        description = "Settings come from environment variables (WEIR_...), then --config.",
        footerHeading = "%nExamples:%n",
        footer = "  WEIR_KAFKA_BOOTSTRAP=kafka:9092 WEIR_CORRELATOR_INSTANCE=correlator-0 weir correlator")
public final class CorrelatorCommand extends ServiceCommand {

    /** The command; it ends when it is asked to. */
    public CorrelatorCommand(StopRequest stop) {
        super(stop);
    }

    @Override
    void start(Assembly assembly) throws IOException {
        assembly.startCorrelator(assembly.connectKafka());
        assembly.startOperations();
    }
}
