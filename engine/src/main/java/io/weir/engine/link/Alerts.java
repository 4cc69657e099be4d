package io.weir.engine.link;

import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Retroactive;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Severity;
import io.weir.schemas.word.Tier;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Makes alerts of links. */
final class Alerts {

    private static final String RULE_VERSION = "1";

    private Alerts() {}

    /** An alert about a call, with links that are sorted, the strongest first. */
    static AlertRaised of(String rule, ToolCallScanned event, List<Link> links) {
        Link strongest = links.get(0);
        List<DataClass> classes = links.stream()
                .flatMap(link -> link.dataClasses().stream())
                .distinct()
                .sorted()
                .toList();
        return new AlertRaised(
                alertId(rule, event),
                rule,
                RULE_VERSION,
                LinkTitle.of(event.call(), strongest),
                event.traceId(),
                event.traceparent(),
                event.timeMillis(),
                event.principal(),
                event.call(),
                event.outcome().decision(),
                strongest.tier(),
                severity(strongest.tier(), classes),
                strongest.score(),
                classes,
                links);
    }

    /** An alert about a call that was judged again, with the links that are new. */
    static AlertRaised again(String rule, ToolCallScanned event, List<Link> links, Retroactive cause) {
        AlertRaised alert = of(rule + "|" + cause.causeId(), event, links);
        return new AlertRaised(
                alert.alertId(),
                rule,
                alert.ruleVersion(),
                alert.title() + "; found afterwards: " + words(cause),
                alert.traceId(),
                alert.traceparent(),
                alert.timeMillis(),
                alert.principal(),
                alert.sink(),
                alert.decision(),
                alert.tier(),
                alert.severity(),
                alert.score(),
                alert.dataClasses(),
                alert.links(),
                alert.path(),
                cause);
    }

    private static String words(Retroactive cause) {
        return switch (cause.cause()) {
            case LATE_READ -> "the read became known after the call";
            case LATE_CLASSIFICATION -> "a person has said since that it is sensitive";
            case NEW_CANARY -> "a person has said since that it is a canary";
            case REVOKED_DECLASSIFICATION -> "what had let it pass was revoked";
        };
    }

    /**
     * Deterministic, so that computing an alert again gives the same alert: a name-based UUID (RFC 9562, version 3).
     */
    private static String alertId(String rule, ToolCallScanned event) {
        String name = "weir-alert|" + event.principal().tenant() + "|" + rule + "|" + event.traceId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Severity severity(Tier tier, List<DataClass> classes) {
        boolean grave = classes.contains(DataClass.SECRETS) || classes.contains(DataClass.PHI);
        if (tier == Tier.BLOCK) {
            return grave ? Severity.CRITICAL : Severity.HIGH;
        }
        return grave ? Severity.HIGH : Severity.MEDIUM;
    }
}
