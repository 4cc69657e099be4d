package io.weir.launcher.demo;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import io.weir.launcher.ExitCode;
import io.weir.launcher.stack.LocalStack;
import io.weir.platform.config.ConfigSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code weir demo}: the whole of Weir in one process, and a small play for it to watch. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        header = "See a read linked to a later write, by the real parts.",
        description = {
            "Starts Kafka's own broker, the correlator, the scan API and the gateway on free ports of this machine,"
                    + " and two little services. An agent reads a customer file, is steered by the text of a ticket, and"
                    + " posts the file elsewhere; a benign twin reads the same file and does its work.",
            "All data are made up. Nothing leaves this machine."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the writes were stopped, the alerts came, the twin was left in peace",
            "1:one of these was not so",
            "4:a part could not be started"
        })
public final class DemoCommand implements Callable<Integer> {

    private static final int READY_SECONDS_MAX = 60;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = ".weir/demo",
            description = "Where each run makes a folder for its data; default: ${DEFAULT-VALUE}")
    private Path data = Path.of(".weir", "demo");

    @Option(names = "--logs", description = "Show what the parts log.")
    private boolean logs;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!logs) {
            silence();
        }
        Path folder = DemoFolder.create(data);
        long startedNanos = System.nanoTime();
        progress("weir: starting Kafka, the correlator, the scan API and the gateway ... ");
        DemoAccount account = new DemoAccount(commandLine().getOut(), Ansi.AUTO);
        try (DemoUpstreams upstreams = DemoUpstreams.start();
                LocalStack stack = LocalStack.start(source(upstreams), folder)) {
            awaitCorrelator(stack);
            progress("ready after " + (System.nanoTime() - startedNanos) / 1_000_000_000 + " s"
                    + System.lineSeparator());
            List<String> faults = new Demo(stack, upstreams, account).play();
            account.next(folder.toString());
            return faults.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
        }
    }

    /** What the parts say while they start and stop is for operators; errors are for everybody. */
    private static void silence() {
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLoggerList().stream()
                        .filter(logger -> logger.getLevel() != null)
                        .forEach(logger -> logger.setLevel(Level.ERROR));
    }

    /** The environment is left out: the play is the same on every machine. */
    private static ConfigSource source(DemoUpstreams upstreams) {
        return ConfigSource.empty()
                .withOption("scan_api.port", "0", "demo")
                .withOption("gateway.port", "0", "demo")
                .withOption("gateway.private_upstreams_permitted", "127.0.0.1", "demo")
                .withOption("engine.internal_destinations", upstreams.recordsAuthority(), "demo");
    }

    private static void awaitCorrelator(LocalStack stack) throws IOException, InterruptedException {
        try {
            stack.correlator().ready().toCompletableFuture().get(READY_SECONDS_MAX, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the correlator did not get ready within " + READY_SECONDS_MAX + " s", e);
        }
    }

    private void progress(String text) {
        PrintWriter err = commandLine().getErr();
        err.print(text);
        err.flush();
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
