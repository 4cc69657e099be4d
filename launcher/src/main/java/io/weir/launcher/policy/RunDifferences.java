package io.weir.launcher.policy;

import io.weir.engine.decide.JudgedCall;
import io.weir.engine.policy.PolicySet;
import io.weir.launcher.trace.OpenCalls;
import io.weir.launcher.trace.TraceCalls;
import io.weir.launcher.trace.TraceEvent;
import io.weir.launcher.trace.TraceFile;
import io.weir.schemas.event.PolicyMatch;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.event.Principal;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.SessionProvenance;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Judges recorded runs by two sets of policies and prints each call that they decide differently. For one thread. */
final class RunDifferences {

    private static final long START_MILLIS = 1_795_219_200_000L;
    private static final long STEP_MILLIS = 1_000;

    private final TryDesk before;
    private final TryDesk after;
    private final PrintWriter out;
    private final OpenCalls<Pair> open = new OpenCalls<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private int calls;
    private long changed;
    private long timeMillis = START_MILLIS;

    private record Pair(Principal principal, JudgedCall left, JudgedCall right) {}

    RunDifferences(PolicySet before, PolicySet after, PrintWriter out) {
        this.before = new TryDesk(before);
        this.after = new TryDesk(after);
        this.out = out;
    }

    /** Reads a file of runs, and prints the differences and then their number by kind. */
    void read(Path file) throws IOException {
        TraceFile.read(file, this::accept);
        counts.forEach((kind, count) -> out.printf(Locale.ROOT, "%6d %s%n", count, kind));
        out.printf(Locale.ROOT, "%d of %d calls decided differently%n", changed, calls);
    }

    long changed() {
        return changed;
    }

    private void accept(TraceEvent event) {
        timeMillis += STEP_MILLIS;
        if (event.isCall()) {
            call(event);
            return;
        }
        Pair pair = open.close(event);
        if (pair != null) {
            before.response(pair.principal(), timeMillis, pair.left(), TraceCalls.responseInput(event));
            after.response(pair.principal(), timeMillis, pair.right(), TraceCalls.responseInput(event));
        }
    }

    private void call(TraceEvent event) {
        Principal principal = new Principal(
                event.tenant(),
                "default",
                event.agentId(),
                null,
                null,
                event.sessionId(),
                SessionProvenance.EXPLICIT,
                null);
        JudgedCall left = before.call(principal, timeMillis, TraceCalls.callInput(event, null));
        JudgedCall right = after.call(principal, timeMillis, TraceCalls.callInput(event, null));
        open.open(event, new Pair(principal, left, right));
        calls++;
        Decision was = left.event().outcome().decision();
        Decision is = right.event().outcome().decision();
        if (was != is) {
            changed++;
            counts.merge(was + " -> " + is, 1, Integer::sum);
            out.printf(
                    Locale.ROOT,
                    "%s call %s %s: %s -> %s, rules %s -> %s%n",
                    event.traceId(),
                    event.callId(),
                    event.tool(),
                    was,
                    is,
                    rules(left),
                    rules(right));
        }
    }

    private static List<String> rules(JudgedCall call) {
        PolicyOutcome outcome = call.event().outcome().policies();
        return outcome == null
                ? List.of()
                : outcome.matches().stream().map(PolicyMatch::ruleId).toList();
    }
}
