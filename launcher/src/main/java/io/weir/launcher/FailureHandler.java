package io.weir.launcher;

import io.weir.launcher.broker.BrokerUnusable;
import io.weir.launcher.trace.TraceUnreadable;
import io.weir.messaging.topic.TopicsUnusable;
import io.weir.platform.config.ConfigException;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into one message on standard error and an exit code. */
final class FailureHandler implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        commandLine.getErr().println(commandLine.getCommandName() + ": " + message(failure));
        commandLine.getErr().flush();
        return exitCode(failure);
    }

    private static int exitCode(Exception failure) {
        if (isInput(failure)) {
            return ExitCode.USAGE;
        }
        return isDependency(failure) ? ExitCode.UNREACHABLE : ExitCode.FINDINGS;
    }

    private static boolean isInput(Exception failure) {
        return Stream.of(ConfigException.class, IllegalArgumentException.class, TraceUnreadable.class)
                .anyMatch(type -> type.isInstance(failure));
    }

    private static boolean isDependency(Exception failure) {
        boolean known = Stream.of(BrokerUnusable.class, TopicsUnusable.class, KafkaException.class, IOException.class)
                .anyMatch(type -> type.isInstance(failure));
        // A server wraps what the network refused, such as a port that is taken.
        return known || failure.getCause() instanceof IOException;
    }

    private static String message(Exception failure) {
        String message = failure.getMessage();
        if (message == null || !isExpected(failure)) {
            return "failed with " + failure + at(failure) + ". Please report this.";
        }
        return message + (failure instanceof IOException ? because(failure.getCause()) : "");
    }

    private static String because(@Nullable Throwable cause) {
        return cause == null || cause.getMessage() == null ? "" : ": " + cause.getMessage();
    }

    private static boolean isExpected(Exception failure) {
        return exitCode(failure) != ExitCode.FINDINGS;
    }

    private static String at(Exception failure) {
        return failure.getStackTrace().length == 0 ? "" : " at " + failure.getStackTrace()[0];
    }
}
