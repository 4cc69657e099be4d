package io.weir.messaging.topic;

import io.weir.schemas.error.ErrorCode;
import java.util.List;

/** The cluster does not have the topics that Weir needs. The message says for each problem what it is and the fix. */
public final class TopicsUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    TopicsUnusable(String bootstrap, List<String> problems) {
        super(ErrorCode.TOPICS_UNUSABLE + ": Topics on " + bootstrap + " cannot be used:\n  - "
                + String.join("\n  - ", problems));
        this.problems = List.copyOf(problems);
    }

    TopicsUnusable(String bootstrap, String problem, Throwable cause) {
        super(ErrorCode.TOPICS_UNUSABLE + ": Topics on " + bootstrap + " cannot be used: " + problem, cause);
        this.problems = List.of(problem);
    }

    /** The problems, a line each. */
    public List<String> problems() {
        return problems;
    }
}
