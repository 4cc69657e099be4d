package io.weir.launcher.policy;

import io.weir.engine.policy.text.PolicyProblem;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code weir policy validate}: whether policy files can be used. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        header = "Check that policy files can be used; each problem has file, line and column.",
        footerHeading = "%nExamples:%n",
        footer = {"  weir policy validate my-policies", "  weir policy validate guardian.yaml --foreign strict"})
public final class PolicyValidateCommand extends PolicyCheckCommand {

    @Override
    List<PolicyProblem> problems(PolicyOptions.Read read) {
        return read.problems();
    }
}
