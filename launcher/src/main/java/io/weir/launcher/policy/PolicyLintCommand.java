package io.weir.launcher.policy;

import io.weir.engine.policy.PolicyLint;
import io.weir.engine.policy.text.PolicyProblem;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code weir policy lint}: rules that hardly do what is wanted. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        header = "Find rules that can be read and hardly do what their authors want.",
        footerHeading = "%nExamples:%n",
        footer = {"  weir policy lint my-policies", "  weir policy lint guardian.yaml --foreign strict"})
public final class PolicyLintCommand extends PolicyCheckCommand {

    @Override
    List<PolicyProblem> problems(PolicyOptions.Read read) {
        List<PolicyProblem> problems = new ArrayList<>(read.problems());
        problems.addAll(PolicyLint.of(read.policies()));
        return problems;
    }
}
