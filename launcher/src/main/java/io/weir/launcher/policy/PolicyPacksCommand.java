package io.weir.launcher.policy;

import io.weir.engine.policy.pack.PolicyPacks;
import io.weir.launcher.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir policy packs}: policies that come with Weir, to start from. */
@Command(
        name = "packs",
        mixinStandardHelpOptions = true,
        header = "List the policies that come with Weir, or write one with its tests into a directory.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  weir policy packs",
            "  weir policy packs starter --write my-policies",
            "  weir policy packs name-rules --write my-policies"
        })
public final class PolicyPacksCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Name of a pack; default: list all")
    private @Nullable String name;

    @Option(names = "--write", paramLabel = "DIR", description = "Write the pack and its tests there")
    private @Nullable Path directory;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        String wanted = name;
        if (wanted == null) {
            PolicyPacks.all().forEach(out::println);
            out.flush();
            return ExitCode.OK;
        }
        if (!PolicyPacks.all().contains(wanted)) {
            command.commandLine()
                    .getErr()
                    .println("policy packs: there is no pack " + wanted + "; known: " + PolicyPacks.all());
            return ExitCode.USAGE;
        }
        try {
            print(wanted, out);
            out.flush();
            return ExitCode.OK;
        } catch (IOException e) {
            command.commandLine().getErr().println("policy packs: " + e);
            return ExitCode.USAGE;
        }
    }

    /** A file that is there already is left as it is: it may hold somebody's work. */
    private void print(String wanted, PrintWriter out) throws IOException {
        if (directory == null) {
            out.print(PolicyPacks.text(wanted));
            return;
        }
        Files.createDirectories(directory);
        write(directory.resolve(PolicyPacks.fileName(wanted)), PolicyPacks.text(wanted), out);
        write(directory.resolve(PolicyPacks.testFileName(wanted)), PolicyPacks.tests(wanted), out);
    }

    private static void write(Path file, String text, PrintWriter out) throws IOException {
        Files.write(file, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
        out.println("wrote " + file);
    }
}
