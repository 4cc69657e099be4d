package io.weir.launcher.policy;

import io.weir.engine.policy.PolicySet;
import io.weir.engine.policy.Precedence;
import io.weir.engine.policy.text.PolicyFileException;
import io.weir.launcher.ExitCode;
import io.weir.platform.folder.SmallFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir policy test}: runs the tests that stand beside policies. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        header = "Run the tests beside policies: files that end in .test.yaml.",
        description =
                "Each test judges a call as the scan API would, detection and links included, in a session of its own.",
        footerHeading = "%nExamples:%n",
        footer = {"  weir policy test my-policies", "  weir policy test my-policies/wires.test.yaml"})
public final class PolicyTestCommand implements Callable<Integer> {

    private static final String SUFFIX = ".test.yaml";

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Test files, or directories of them")
    private List<Path> paths = List.of();

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        try {
            int run = 0;
            int failed = 0;
            for (Path file : testFiles()) {
                PolicyCases cases = PolicyCases.read(file.toString(), SmallFile.text(file));
                PolicySet policies = policies(file, cases);
                for (PolicyCases.Case one : cases.cases()) {
                    run++;
                    failed += report(out, file, one, CaseRun.run(policies, one));
                }
            }
            out.println((failed == 0 ? "ok: " : "failed: " + failed + " of ") + run + " tests");
            out.flush();
            return failed == 0 && run > 0 ? ExitCode.OK : ExitCode.FINDINGS;
        } catch (IOException | PolicyFileException e) {
            command.commandLine().getErr().println("policy test: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private PolicySet policies(Path file, PolicyCases cases) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        List<Path> named = cases.policies().isEmpty()
                ? List.of(folder)
                : cases.policies().stream().map(folder::resolve).toList();
        return new PolicySet(options.readUsable(named), Precedence.STRICTEST);
    }

    private static int report(PrintWriter out, Path file, PolicyCases.Case one, List<String> wrong) {
        if (wrong.isEmpty()) {
            return 0;
        }
        out.printf(Locale.ROOT, "%s:%d: failed: %s%n", file, one.place().line(), one.name());
        wrong.forEach(line -> out.println("    " + line));
        return 1;
    }

    private List<Path> testFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> entries = Files.list(path)) {
                    files.addAll(entries.filter(file -> file.toString().endsWith(SUFFIX))
                            .sorted()
                            .toList());
                }
            } else if (Files.isReadable(path)) {
                files.add(path);
            } else {
                throw new IOException(path + ": there is no such file or directory, or it cannot be read");
            }
        }
        return files;
    }
}
