package io.weir.launcher.replay;

import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.word.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call that was decided again.
 *
 * @param place where its record stands
 * @param sessionKey tenant and session
 * @param traceId id of the decision
 * @param tool what was called
 * @param outcome what this build decides
 * @param before what was decided then; null if nothing is known of that
 */
record ReplayedCall(
        String place,
        String sessionKey,
        String traceId,
        String tool,
        DecisionRecord outcome,
        @Nullable DecisionRecord before) {

    /** Both decisions, as {@code ALLOW -> DENY}; null if nothing is known of the earlier one. */
    @Nullable
    String transition() {
        return before == null ? null : before.decision() + " -> " + outcome.decision();
    }

    /** Whether it is denied now and was not. */
    boolean isNewDenial() {
        return before != null && before.decision() != Decision.DENY && outcome.decision() == Decision.DENY;
    }

    /** What differs, a line each; empty if nothing does, or if there is nothing to compare with. */
    List<String> changes() {
        List<String> changes = new ArrayList<>();
        if (before != null) {
            add(changes, "decision", before.decision(), outcome.decision());
            add(changes, "risk_score", before.riskScore(), outcome.riskScore());
            add(changes, "reason_codes", before.reasonCodes(), outcome.reasonCodes());
            add(changes, "data_classes", before.dataClasses(), outcome.dataClasses());
            add(changes, "rules", rules(before), rules(outcome));
            addLinks(changes, before.links(), outcome.links());
            if (!before.signals().equals(outcome.signals())) {
                changes.add("signals differ");
            }
        }
        return List.copyOf(changes);
    }

    /** The JSON form. What was decided then is shown only if it differs. */
    Map<String, @Nullable Object> json() {
        List<String> changes = changes();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", "decision");
        json.put("place", place);
        json.put("session", sessionKey);
        json.put("trace_id", traceId);
        json.put("tool", tool);
        json.put("compared", before != null);
        json.put("changes", changes);
        json.put("outcome", outcome);
        json.put("before", changes.isEmpty() ? null : before);
        return json;
    }

    private static List<String> rules(DecisionRecord record) {
        PolicyOutcome policies = record.policies();
        return policies == null
                ? List.of()
                : policies.matches().stream()
                        .map(match -> match.policyName() + "/" + match.ruleId())
                        .toList();
    }

    private static void add(List<String> changes, String name, Object old, Object now) {
        if (!Objects.equals(old, now)) {
            changes.add(name + " " + old + " -> " + now);
        }
    }

    private static void addLinks(List<String> changes, List<Link> old, List<Link> now) {
        String oldText = outline(old);
        String nowText = outline(now);
        add(changes, "links", oldText, nowText);
        if (oldText.equals(nowText) && !old.equals(now)) {
            changes.add("evidence of links differs");
        }
    }

    private static String outline(List<Link> links) {
        return links.stream()
                .map(link -> link.tier() + " " + link.score() + " from " + link.sourceTool())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
