package io.weir.correlator.audit;

import io.weir.engine.audit.AuditSubject;
import io.weir.engine.audit.RecordOrigin;
import io.weir.messaging.kafka.Envelope;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.Statement;
import io.weir.schemas.event.ToolCallScanned;

/**
 * Says what the audit log commits to for a kind of record.
 *
 * @param <T> type of the record's value
 */
public interface SubjectOf<T> {

    /** Events of sessions. */
    SubjectOf<SessionEvent> EVENTS = new SubjectOf<>() {
        @Override
        public AuditSubject subject(SessionEvent event, RecordOrigin origin, byte[] bytes) {
            return event instanceof ToolCallScanned call
                    ? AuditSubject.of(call, origin, bytes)
                    : AuditSubject.of((ResponseObserved) event, origin, bytes);
        }

        @Override
        public Envelope envelope(SessionEvent event) {
            return Envelope.of(event);
        }
    };

    /** Alerts. */
    SubjectOf<AlertRaised> ALERTS = new SubjectOf<>() {
        @Override
        public AuditSubject subject(AlertRaised alert, RecordOrigin origin, byte[] bytes) {
            return AuditSubject.of(alert, origin, bytes);
        }

        @Override
        public Envelope envelope(AlertRaised alert) {
            return Envelope.of(alert);
        }
    };

    /** What people say about content. */
    SubjectOf<Statement> STATEMENTS = new SubjectOf<>() {
        @Override
        public AuditSubject subject(Statement statement, RecordOrigin origin, byte[] bytes) {
            return AuditSubject.of(statement, origin, bytes);
        }

        @Override
        public Envelope envelope(Statement statement) {
            return Envelope.of(statement);
        }
    };

    /** What to commit to. */
    AuditSubject subject(T value, RecordOrigin origin, byte[] bytes);

    /** The envelope of the record, for the headers of the audit entry. */
    Envelope envelope(T value);
}
