package io.weir.engine.audit;

import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.Statement;
import io.weir.schemas.event.ToolCallScanned;

/**
 * What an audit entry commits to: one record, by digest, with the few facts that make it findable. No personal data.
 *
 * @param eventType what kind of record
 * @param eventId id of the record
 * @param timeMillis event time of the record, epoch milliseconds
 * @param tenant whose record it is
 * @param traceId decision that the record belongs to
 * @param decision decision of the record, or {@link #NONE}
 * @param policyVersion version of the judgement, or {@link #NONE}
 * @param origin where the record stands
 * @param recordDigest SHA-256 over the record's bytes, 64 hex digits
 */
public record AuditSubject(
        String eventType,
        String eventId,
        long timeMillis,
        String tenant,
        String traceId,
        String decision,
        String policyVersion,
        RecordOrigin origin,
        String recordDigest) {

    /** Stands for a fact that a record does not have. */
    public static final String NONE = "-";

    /** A scanned call, with the bytes of its record value. */
    public static AuditSubject of(ToolCallScanned event, RecordOrigin origin, byte[] recordBytes) {
        return decision("tool_call_scanned", DecisionMade.of(event), origin, recordBytes);
    }

    /** A response, with the bytes of its record value; it has no decision of its own. */
    public static AuditSubject of(ResponseObserved event, RecordOrigin origin, byte[] recordBytes) {
        return new AuditSubject(
                "response_observed",
                event.eventId(),
                event.timeMillis(),
                event.principal().tenant(),
                event.traceId(),
                NONE,
                NONE,
                origin,
                Sha256.hex(recordBytes));
    }

    /** A decision, with the bytes of its record value. */
    public static AuditSubject of(DecisionMade event, RecordOrigin origin, byte[] recordBytes) {
        return decision("decision_made", event, origin, recordBytes);
    }

    /** An alert, with the bytes of its record value; its policy version is rule and version of the rule. */
    public static AuditSubject of(AlertRaised alert, RecordOrigin origin, byte[] recordBytes) {
        return new AuditSubject(
                "alert_raised",
                alert.alertId(),
                alert.timeMillis(),
                alert.principal().tenant(),
                alert.traceId(),
                alert.decision().name(),
                alert.rule() + "@" + alert.ruleVersion(),
                origin,
                Sha256.hex(recordBytes));
    }

    /** What a person has said, with the bytes of its record value. */
    public static AuditSubject of(Statement statement, RecordOrigin origin, byte[] recordBytes) {
        String source = statement.sourceTraceId();
        return new AuditSubject(
                typeOf(statement),
                statement.statementId(),
                statement.timeMillis(),
                statement.tenant(),
                source == null ? NONE : source,
                NONE,
                NONE,
                origin,
                Sha256.hex(recordBytes));
    }

    private static String typeOf(Statement statement) {
        if (statement instanceof Declassification declassification) {
            return declassification.revoked() ? "declassification_revoked" : "declassification_made";
        }
        return "classification_made";
    }

    private static AuditSubject decision(
            String eventType, DecisionMade decision, RecordOrigin origin, byte[] recordBytes) {
        return new AuditSubject(
                eventType,
                decision.eventId(),
                decision.timeMillis(),
                decision.principal().tenant(),
                decision.traceId(),
                decision.outcome().decision().name(),
                decision.outcome().policyVersion(),
                origin,
                Sha256.hex(recordBytes));
    }
}
