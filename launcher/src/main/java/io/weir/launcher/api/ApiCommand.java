package io.weir.launcher.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.launcher.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that asks the scan API one thing and prints the answer. */
public abstract class ApiCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ApiOptions options = new ApiOptions();

    @Option(names = "--json", description = "Print the answer as JSON.")
    private boolean json;

    /** Looks at what was given, before a token is read. */
    protected void check() throws IOException {}

    /** Asks. */
    protected abstract JsonNode ask(AdminApi api) throws IOException, InterruptedException;

    /** The answer for people. */
    protected abstract String text(JsonNode answer);

    @Override
    public final Integer call() throws IOException, InterruptedException {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        check();
        try {
            JsonNode answer = ask(options.connect());
            print(command.getOut(), json ? answer.toString() : text(answer));
            return ExitCode.OK;
        } catch (ApiRefused e) {
            print(command.getErr(), command.getCommandName() + ": " + e.getMessage());
            return ExitCode.FINDINGS;
        }
    }

    private static void print(PrintWriter writer, String text) {
        writer.println(text);
        writer.flush();
    }
}
