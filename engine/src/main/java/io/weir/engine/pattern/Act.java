package io.weir.engine.pattern;

import io.weir.engine.destination.ToolWords;
import io.weir.engine.link.PlacedEvent;
import io.weir.engine.link.Write;
import io.weir.schemas.event.Finding;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Confidence;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An event as patterns see it: what kind of thing was done, not with which tool. Not thread-safe. */
final class Act {

    private final PlacedEvent placed;
    private @Nullable Set<String> words;

    Act(PlacedEvent placed) {
        this.placed = placed;
    }

    SessionEvent event() {
        return placed.event();
    }

    /** Whether it is no step of any pattern: most responses bring in nothing that counts. */
    boolean isNone() {
        return event() instanceof ResponseObserved response
                && response.findings().isEmpty();
    }

    /** What the event adds to a step, one mark for each thing that is counted; empty where it is no such step. */
    List<Mark> marks(PatternStep step, int position, boolean last) {
        return event() instanceof ResponseObserved response
                ? readMarks(step, position, response)
                : callMarks(step, position, last, (ToolCallScanned) event());
    }

    private List<Mark> readMarks(PatternStep step, int position, ResponseObserved response) {
        List<Finding> findings = response.findings().stream()
                .filter(finding -> counts(finding, step.reads()))
                .toList();
        return switch (step.distinct()) {
            case FINDINGS -> findings.isEmpty() ? List.of() : List.of(mark(position, "", findings.size()));
            case EVENTS -> findings.isEmpty() ? List.of() : List.of(mark(position, "", 1));
            case ISSUERS -> {
                List<Mark> marks = new ArrayList<>();
                findings.stream()
                        .map(finding -> issuer(finding.rule()))
                        .distinct()
                        .forEach(issuer -> marks.add(mark(position, issuer, 1)));
                yield marks;
            }
        };
    }

    private static boolean counts(Finding finding, Set<DataClass> classes) {
        return classes.contains(finding.dataClass()) && finding.confidence().compareTo(Confidence.MEDIUM) >= 0;
    }

    // Ids of rules begin with the issuer, if the secret has one.
    private static String issuer(String rule) {
        int end = rule.indexOf('-');
        return end < 0 ? rule : rule.substring(0, end);
    }

    private List<Mark> callMarks(PatternStep step, int position, boolean last, ToolCallScanned call) {
        // A call that was denied did not happen; but it was tried, and a pattern that it would have ended is told.
        boolean happened = last || call.outcome().decision() != Decision.DENY;
        boolean matches = happened
                && step.calls().contains(call.call().verb())
                && call.call().bodyBytes() >= step.bytes()
                && (step.to() == null
                        || (Write.carriesOut(call.call())
                                && call.call().audience().compareTo(step.to()) >= 0))
                && (step.does().isEmpty() || step.does().stream().anyMatch(this::says));
        return matches ? List.of(mark(position, step.sameTool() ? call.call().tool() : "", 1)) : List.of();
    }

    private boolean says(List<Set<String>> groups) {
        return groups.stream().allMatch(group -> words().stream().anyMatch(group::contains));
    }

    private Set<String> words() {
        if (words == null) {
            words = ToolWords.of(event().call().tool() + " " + event().call().operation());
        }
        return words;
    }

    private Mark mark(int position, String key, int amount) {
        SessionEvent event = event();
        return new Mark(
                position,
                key,
                amount,
                event.timeMillis(),
                event.eventId(),
                event.traceId(),
                event.call().tool(),
                event instanceof ResponseObserved,
                placed.place());
    }
}
