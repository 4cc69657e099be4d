package io.weir.edge.hook;

import io.weir.edge.response.PartRuling;

/** How what is decided on a tool's output is carried out. */
public enum ResultGuard {
    /** Not at all: outputs are reported only. */
    OFF,
    /** The agent sees a redacted output, or a word in the place of a denied one, and goes on. */
    REPLACING,
    /** The same, and the agent is stopped, for hosts that would show the output nevertheless. */
    STOPPING;

    private static final String REDACTED = "What the tool answered was redacted: it held what agents may not see.";

    /** The ruling on an output of this event, once each of its parts has been reported. */
    ResultRuling ruling(HookEvent event, PartRuling ofParts) {
        if (this == OFF || ofParts instanceof PartRuling.Pass) {
            return ResultRuling.SHOWN;
        }
        if (ofParts instanceof PartRuling.Replace replace) {
            return ruling(event, REDACTED, replace.body());
        }
        String why = "What the tool answered is withheld. " + ((PartRuling.Withhold) ofParts).why();
        return ruling(event, why, WithheldOutput.of(event.output(), why));
    }

    /** The ruling on an output that could not be reported. */
    ResultRuling unreported(HookEvent event, String why) {
        boolean replaced = this != OFF && !event.failed();
        Object output = replaced ? WithheldOutput.of(event.output(), why) : null;
        return new ResultRuling(ResultRuling.Verdict.STOP, why, output);
    }

    private ResultRuling ruling(HookEvent event, String reason, Object output) {
        if (event.failed()) {
            // Hosts let a hook say something about a failure, but not replace what it says.
            return ResultRuling.stop(reason);
        }
        ResultRuling.Verdict verdict = this == STOPPING ? ResultRuling.Verdict.STOP : ResultRuling.Verdict.REPLACE;
        return new ResultRuling(verdict, reason, output);
    }
}
