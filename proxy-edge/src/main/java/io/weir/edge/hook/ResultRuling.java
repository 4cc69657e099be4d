package io.weir.edge.hook;

import org.jspecify.annotations.Nullable;

/**
 * What a host is told of a tool's output.
 *
 * @param verdict what is to be done
 * @param reason why, for people and for the model; holds nothing of the output
 * @param output what the agent may see instead; null if it has no such form
 */
record ResultRuling(
        Verdict verdict, String reason, @Nullable Object output) {

    /** What is to be done with an output, and with the agent that waits for it. */
    enum Verdict {
        /** The agent sees it as it is. */
        SHOW,
        /** The agent sees something else, and goes on. */
        REPLACE,
        /** The agent does not see it; where the host may show it nevertheless, the agent is stopped. */
        STOP
    }

    /** It has been reported, and nothing stands against it. */
    static final ResultRuling SHOWN = new ResultRuling(Verdict.SHOW, "", null);

    static ResultRuling stop(String reason) {
        return new ResultRuling(Verdict.STOP, reason, null);
    }
}
