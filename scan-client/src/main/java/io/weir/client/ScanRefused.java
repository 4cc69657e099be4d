package io.weir.client;

import io.weir.schemas.api.Problem;

/** The scan API understood who asks and will not scan this request, however often it is sent: a 4xx answer. */
public final class ScanRefused extends ScanFailure {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** A refusal for this reason. */
    public ScanRefused(Problem problem) {
        super("the scan API refused the request: " + problem.code() + " (status " + problem.status() + ")");
        this.problem = problem;
    }

    /** Why, in the scan API's words. */
    public Problem problem() {
        return problem;
    }
}
