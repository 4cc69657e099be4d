package io.weir.launcher.statement;

import io.weir.launcher.ExitCode;
import io.weir.launcher.audit.AuditCluster;
import io.weir.launcher.broker.BrokerUnusable;
import io.weir.launcher.config.DataOptions;
import io.weir.messaging.codec.RecordTooLarge;
import io.weir.messaging.kafka.StatementPublisher;
import io.weir.platform.json.Json;
import io.weir.schemas.event.Statement;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that publishes one statement and prints it. */
abstract class StatementCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final DataOptions options = new DataOptions();

    @Mixin
    private final ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--author", paramLabel = "NAME", description = "Who says so; default: the name of the account.")
    private @Nullable String author;

    @Option(names = "--json", description = "Print the statement as one JSON object.")
    private boolean json;

    /**
     * Looks at what was given before anything is opened.
     *
     * @throws IllegalArgumentException if it does not do
     */
    abstract void check();

    /** Makes the statement. */
    abstract Statement statement(AuditCluster open) throws IOException;

    /** Says in a line what has been said. */
    abstract String text(Statement statement);

    @Override
    public final Integer call() {
        try {
            check();
        } catch (IllegalArgumentException e) {
            return fail(ExitCode.USAGE, e);
        }
        try (AuditCluster open = cluster.open(options.data())) {
            Statement statement = statement(open);
            try (StatementPublisher publisher = StatementPublisher.create(cluster.connection(open))) {
                publisher.publish(statement);
            }
            print(json ? Json.text(statement) : text(statement));
            return ExitCode.OK;
        } catch (IOException | IllegalArgumentException | RecordTooLarge e) {
            return fail(ExitCode.USAGE, e);
        } catch (BrokerUnusable | KafkaException e) {
            return fail(ExitCode.UNREACHABLE, e);
        }
    }

    final DataOptions options() {
        return options;
    }

    final ClusterOptions cluster() {
        return cluster;
    }

    final String author() {
        String name = author == null ? System.getProperty("user.name", "") : author;
        if (name.isBlank()) {
            throw new IllegalArgumentException("nobody says so; give --author");
        }
        return name;
    }

    private void print(String line) {
        PrintWriter out = commandSpec().commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private int fail(int exitCode, Exception cause) {
        PrintWriter err = commandSpec().commandLine().getErr();
        err.println(commandSpec().name() + ": " + cause.getMessage());
        err.flush();
        return exitCode;
    }

    private CommandSpec commandSpec() {
        return Objects.requireNonNull(spec);
    }
}
