package io.weir.launcher.policy;

import io.weir.engine.policy.Policy;
import io.weir.engine.policy.PolicyFile;
import io.weir.engine.policy.foreign.ForeignMode;
import io.weir.engine.policy.text.PolicyFileException;
import io.weir.engine.policy.text.PolicyProblem;
import io.weir.scanapi.policy.PolicyFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say how policy files are read. */
final class PolicyOptions {

    @Option(
            names = "--foreign",
            paramLabel = "MODE",
            defaultValue = "compat",
            description = "How files of other products are read: ${COMPLETION-CANDIDATES}; default: compat")
    private ForeignMode foreign = ForeignMode.COMPAT;

    /**
     * What was read.
     *
     * @param policies of all files that can be used
     * @param problems of all files
     */
    record Read(List<Policy> policies, List<PolicyProblem> problems) {

        boolean isUsable() {
            return problems.stream().noneMatch(problem -> problem.severity() == PolicyProblem.Severity.ERROR);
        }
    }

    /**
     * Reads files and directories.
     *
     * @throws IOException if one cannot be read
     */
    Read read(List<Path> paths) throws IOException {
        List<Policy> policies = new ArrayList<>();
        List<PolicyProblem> problems = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.isReadable(path)) {
                throw new IOException(path + ": there is no such file or directory, or it cannot be read");
            }
            try {
                PolicyFile file = PolicyFolder.readTop(path, foreign, System.getenv());
                policies.addAll(file.policies());
                problems.addAll(file.warnings());
            } catch (PolicyFileException e) {
                problems.addAll(e.problems());
            }
        }
        return new Read(policies, problems);
    }

    /**
     * Reads files and directories that must be usable.
     *
     * @throws IOException if one cannot be read or used
     */
    List<Policy> readUsable(List<Path> paths) throws IOException {
        Read read = read(paths);
        if (!read.isUsable()) {
            throw new IOException(String.join(
                    "\n", read.problems().stream().map(PolicyProblem::line).toList()));
        }
        return read.policies();
    }
}
