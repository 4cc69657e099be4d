package io.weir.launcher.policy;

import io.weir.engine.policy.Policy;
import io.weir.engine.policy.text.PolicyProblem;
import io.weir.engine.policy.text.PolicyProblem.Severity;
import io.weir.launcher.ExitCode;
import java.io.PrintWriter;
import java.util.List;

/** Prints the problems of policy files, a line each, and their number. */
final class ProblemReport {

    private ProblemReport() {}

    static int print(PrintWriter out, List<Policy> policies, List<PolicyProblem> problems, boolean strict) {
        problems.forEach(problem -> out.println(problem.line()));
        long errors = problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .count();
        long warnings = problems.size() - errors;
        int rules = policies.stream().mapToInt(policy -> policy.rules().size()).sum();
        out.println((errors == 0 ? "ok: " + policies.size() + " policies, " + rules + " rules" : "errors: " + errors)
                + (warnings == 0 ? "" : ", " + warnings + " warnings"));
        out.flush();
        if (errors > 0) {
            return ExitCode.FINDINGS;
        }
        return strict && warnings > 0 ? ExitCode.WARNINGS : ExitCode.OK;
    }
}
