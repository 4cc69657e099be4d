package io.weir.messaging.kafka;

import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.Statement;

/**
 * What the headers of a record say about it, in the words of CloudEvents 1.0.
 *
 * @param id unique together with {@code source}
 * @param type kind of the event, with the version of its form
 * @param source the part of Weir that made the record
 * @param timeMillis event time, epoch milliseconds
 * @param subject session that the event belongs to
 * @param tenant owner of the data
 * @param traceparent W3C trace context, or an empty text where there is none
 */
public record Envelope(
        String id, String type, String source, long timeMillis, String subject, String tenant, String traceparent) {

    /** {@link #source()} of what the scan API makes. */
    public static final String SCAN_API = "/weir/scan-api";

    /** {@link #source()} of what the correlator makes. */
    public static final String CORRELATOR = "/weir/correlator";

    /** {@link #source()} of what people say on the command line. */
    public static final String COMMAND_LINE = "/weir/command-line";

    private static final String TYPE_ROOT = "io.weir.";

    /** The envelope of an event from the scan API. */
    public static Envelope of(SessionEvent event) {
        return new Envelope(
                event.eventId(),
                TYPE_ROOT + (event instanceof ResponseObserved ? "response.observed.v1" : "toolcall.scanned.v1"),
                SCAN_API,
                event.timeMillis(),
                event.principal().sessionId(),
                event.principal().tenant(),
                event.traceparent());
    }

    /** The envelope of a decision record. */
    public static Envelope of(DecisionMade decision) {
        return new Envelope(
                decision.eventId(),
                TYPE_ROOT + "decision.made.v1",
                CORRELATOR,
                decision.timeMillis(),
                decision.principal().sessionId(),
                decision.principal().tenant(),
                decision.traceparent());
    }

    /** The envelope of an alert. */
    public static Envelope of(AlertRaised alert) {
        return new Envelope(
                alert.alertId(),
                TYPE_ROOT + "alert.raised.v1",
                CORRELATOR,
                alert.timeMillis(),
                alert.principal().sessionId(),
                alert.principal().tenant(),
                alert.traceparent());
    }

    /** The envelope of what a person says; it belongs to no session and to no trace. */
    public static Envelope of(Statement statement) {
        return new Envelope(
                statement.statementId(),
                TYPE_ROOT + (statement instanceof Declassification ? "declassification.v1" : "classification.v1"),
                COMMAND_LINE,
                statement.timeMillis(),
                statement.statementId(),
                statement.tenant(),
                "");
    }

    /**
     * The envelope of a record that the correlator derives from this one.
     *
     * @param typeSuffix kind of the record, without {@code io.weir.} in front
     */
    public Envelope derived(String derivedId, String typeSuffix) {
        return new Envelope(derivedId, TYPE_ROOT + typeSuffix, CORRELATOR, timeMillis, subject, tenant, traceparent);
    }
}
