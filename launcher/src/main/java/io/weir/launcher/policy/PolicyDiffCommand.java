package io.weir.launcher.policy;

import io.weir.engine.policy.Policy;
import io.weir.engine.policy.PolicySet;
import io.weir.engine.policy.Precedence;
import io.weir.launcher.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code weir policy diff}: what changes from one set of policies to another, in rules and in decisions. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        header = "Compare two sets of policies: their rules and, with --runs, what each decides on recorded runs.",
        description = "The same input gives the same output. Exit code 1 where something differs.",
        footerHeading = "%nExamples:%n",
        footer = {"  weir policy diff active candidate", "  weir policy diff active candidate --runs runs.jsonl.gz"})
public final class PolicyDiffCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private PolicyOptions options = new PolicyOptions();

    @Parameters(index = "0", paramLabel = "BEFORE", description = "Policy file or directory")
    private @Nullable Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "Policy file or directory")
    private @Nullable Path after;

    @Option(names = "--runs", paramLabel = "FILE", description = "Recorded runs, as 'weir ingest' reads them")
    private @Nullable Path runs;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        try {
            List<Policy> left = options.readUsable(List.of(Objects.requireNonNull(before)));
            List<Policy> right = options.readUsable(List.of(Objects.requireNonNull(after)));
            List<String> lines = RuleDifferences.of(left, right);
            lines.forEach(out::println);
            long changed = lines.size();
            if (runs != null) {
                RunDifferences differences = new RunDifferences(set(left), set(right), out);
                differences.read(runs);
                changed += differences.changed();
            } else {
                out.println(lines.size() + " rules differ");
            }
            out.flush();
            return changed == 0 ? ExitCode.OK : ExitCode.FINDINGS;
        } catch (IOException e) {
            command.commandLine().getErr().println("policy diff: " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private static PolicySet set(List<Policy> policies) {
        return new PolicySet(policies, Precedence.STRICTEST);
    }
}
