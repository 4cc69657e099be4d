package io.weir.engine.incident;

import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.IncidentOpening;
import io.weir.schemas.event.PolicyOutcome;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.IncidentTrigger;
import io.weir.schemas.word.PolicyAction;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.RiskBand;
import io.weir.schemas.word.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what opens an incident. Pure and safe to share between threads. */
public final class IncidentTriggers {

    private final IncidentThresholds thresholds;

    /** Triggers with these thresholds. */
    public IncidentTriggers(IncidentThresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** What a decision opens. */
    public List<IncidentOpening> ofCall(ToolCallScanned event) {
        DecisionRecord outcome = event.outcome();
        List<IncidentOpening> openings = new ArrayList<>();
        boolean denied = outcome.decision() == Decision.DENY;
        if (denied && outcome.reasonCodes().contains(ReasonCode.EPHEMERAL_SCOPE_VIOLATION)) {
            add(
                    openings,
                    event,
                    IncidentTrigger.EPHEMERAL_BREACH,
                    Severity.HIGH,
                    "A short-lived key was used for what it is not for");
        } else if (denied && !isStanding(outcome) && outcome.riskBand() == RiskBand.CRITICAL) {
            add(
                    openings,
                    event,
                    IncidentTrigger.CRITICAL_DENIAL,
                    Severity.HIGH,
                    "A call of the highest risk band was denied");
        }
        if (outcome.reasonCodes().contains(ReasonCode.THREAT_INTEL_MATCH)) {
            add(
                    openings,
                    event,
                    IncidentTrigger.THREAT_INTEL,
                    denied ? Severity.HIGH : Severity.MEDIUM,
                    "A feed of threats lists what a call goes to or names");
        }
        PolicyOutcome policies = outcome.policies();
        if (denied && policies != null && !thresholds.off().contains(IncidentTrigger.POLICY)) {
            severity(policies).ifPresent(severity -> openings.add(ofPolicies(event, policies, severity)));
        }
        return openings;
    }

    /** Denied because people said so before: that is settled already. */
    private static boolean isStanding(DecisionRecord outcome) {
        return outcome.reasonCodes().contains(ReasonCode.AGENT_SUSPENDED)
                || outcome.reasonCodes().contains(ReasonCode.RECENT_DENIAL);
    }

    /** The highest that the rules which ask for an incident give it; nothing where none asks. */
    private static Optional<Severity> severity(PolicyOutcome policies) {
        return policies.matches().stream()
                .filter(match -> match.action() == PolicyAction.OPEN_INCIDENT)
                .map(match -> Objects.requireNonNullElse(match.incidentSeverity(), Severity.HIGH))
                .max(Comparator.naturalOrder());
    }

    private static IncidentOpening ofPolicies(ToolCallScanned event, PolicyOutcome policies, Severity severity) {
        Principal principal = event.principal();
        return new IncidentOpening(
                IncidentTrigger.POLICY,
                severity,
                "A rule of a policy asks for an incident",
                principal.environment(),
                principal.agentId(),
                principal.sessionId(),
                event.traceId(),
                null,
                policies.escalatedTo(),
                policies.tags());
    }

    /** What the marks of an agent open, after a call of it. */
    public List<IncidentOpening> ofAgent(ToolCallScanned event, int denialsInHour, double lostInHour) {
        List<IncidentOpening> openings = new ArrayList<>();
        if (denialsInHour >= thresholds.denialsInHour()) {
            add(
                    openings,
                    event,
                    IncidentTrigger.REPEATED_DENIALS,
                    Severity.MEDIUM,
                    String.format(Locale.ROOT, "%d calls of the agent were denied within an hour", denialsInHour));
        }
        if (lostInHour > thresholds.trustDrop()) {
            add(
                    openings,
                    event,
                    IncidentTrigger.TRUST_DROP,
                    Severity.MEDIUM,
                    "The agent lost more than " + thresholds.trustDrop() + " of its trust within an hour");
        }
        return openings;
    }

    /** What an alert opens; null for nothing. */
    public @Nullable IncidentOpening ofAlert(AlertRaised alert) {
        if (thresholds.off().contains(IncidentTrigger.ALERT)) {
            return null;
        }
        Principal principal = alert.principal();
        return new IncidentOpening(
                IncidentTrigger.ALERT,
                alert.severity(),
                alert.title(),
                principal.environment(),
                principal.agentId(),
                principal.sessionId(),
                alert.traceId(),
                alert.alertId());
    }

    private void add(
            List<IncidentOpening> openings,
            ToolCallScanned event,
            IncidentTrigger trigger,
            Severity severity,
            String title) {
        if (!thresholds.off().contains(trigger)) {
            Principal principal = event.principal();
            openings.add(new IncidentOpening(
                    trigger,
                    severity,
                    title,
                    principal.environment(),
                    principal.agentId(),
                    principal.sessionId(),
                    event.traceId(),
                    null));
        }
    }
}
