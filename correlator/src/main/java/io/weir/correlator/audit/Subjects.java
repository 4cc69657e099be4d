package io.weir.correlator.audit;

import io.weir.engine.audit.AuditSubject;
import io.weir.engine.audit.RecordOrigin;
import io.weir.messaging.kafka.Envelope;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.Statement;
import io.weir.schemas.event.ToolCallScanned;

/** Says what the audit log commits to for a record, and what its envelope is. */
final class Subjects {

    private Subjects() {}

    /** What to commit to. */
    static AuditSubject of(Object value, RecordOrigin origin, byte[] bytes) {
        if (value instanceof ToolCallScanned call) {
            return AuditSubject.of(call, origin, bytes);
        }
        if (value instanceof ResponseObserved response) {
            return AuditSubject.of(response, origin, bytes);
        }
        if (value instanceof AlertRaised alert) {
            return AuditSubject.of(alert, origin, bytes);
        }
        if (value instanceof Statement statement) {
            return AuditSubject.of(statement, origin, bytes);
        }
        throw unknown(value);
    }

    /** The envelope of the record, for the headers of the audit entry. */
    static Envelope envelope(Object value) {
        if (value instanceof SessionEvent event) {
            return Envelope.of(event);
        }
        if (value instanceof AlertRaised alert) {
            return Envelope.of(alert);
        }
        if (value instanceof Statement statement) {
            return Envelope.of(statement);
        }
        throw unknown(value);
    }

    private static IllegalArgumentException unknown(Object value) {
        return new IllegalArgumentException("the audit log has no subject for " + value.getClass());
    }
}
