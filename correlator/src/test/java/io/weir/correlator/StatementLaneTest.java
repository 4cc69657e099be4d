package io.weir.correlator;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.correlator.fleet.FleetForms;
import io.weir.engine.audit.AuditVerifier;
import io.weir.engine.correlation.SessionCorrelation;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.AuditEntry;
import io.weir.schemas.event.Classification;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.Retroactive;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.RetroactiveCause;
import io.weir.schemas.word.Tier;
import io.weir.testkit.event.SampleEvents;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementLaneTest {

    private final SessionEvent read = RandomSession.read("s");
    private final SessionEvent write = RandomSession.write("s");

    @TempDir
    private Path folder;

    private CorrelatorDriver correlator;

    @BeforeEach
    void start() {
        correlator = new CorrelatorDriver(folder, () -> new SessionCorrelation(FleetForms.session()));
    }

    @AfterEach
    void stop() {
        correlator.close();
    }

    @Test
    void letsADeclassifiedSourceGoAndJudgesItAgainWhenThatIsRevoked() {
        // Given
        Declassification statement = declassification();
        correlator.publish(read);
        correlator.publish(statement);
        correlator.publish(write);
        assertThat(alerts()).isEmpty();

        // When
        correlator.publish(statement.revokedBy("ben", SampleEvents.TIME_MILLIS + 1));

        // Then
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.traceId()).isEqualTo(write.traceId());
            assertThat(alert.retroactive())
                    .extracting(Retroactive::cause)
                    .isEqualTo(RetroactiveCause.REVOKED_DECLASSIFICATION);
            assertThat(alert.retroactive())
                    .extracting(Retroactive::place)
                    .isEqualTo(new RecordPlace("weir.declassifications.v1", 0, 1));
        });
    }

    @Test
    void findsACanaryThatWasDeclaredLater() {
        correlator.publish(write);
        correlator.publish(new Classification(
                "c1", "acme", SampleEvents.TIME_MILLIS + 1, "ana", read.fingerprint(), null, DataClass.INTERNAL, true));

        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.tier()).isEqualTo(Tier.BLOCK);
            assertThat(alert.retroactive()).extracting(Retroactive::cause).isEqualTo(RetroactiveCause.NEW_CANARY);
        });
    }

    @Test
    void judgesAWriteAgainWhenTheReadComesLate() {
        correlator.publish(write);
        correlator.publish(read);

        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.retroactive()).extracting(Retroactive::cause).isEqualTo(RetroactiveCause.LATE_READ);
            assertThat(alert.path())
                    .extracting(Hop::place)
                    .containsExactly(new RecordPlace("weir.calls.v1", 0, 1), new RecordPlace("weir.calls.v1", 0, 0));
        });
    }

    @Test
    void judgesAWriteAgainWhenTheReadOfAnotherSessionComesLate() {
        correlator.publish(write);
        correlator.publish(RandomSession.read("s2"));
        correlator.publish(RandomSession.read("s2"));

        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.rule()).isEqualTo("second-look");
            assertThat(alert.traceId()).isEqualTo(write.traceId());
            assertThat(alert.retroactive())
                    .extracting(Retroactive::place)
                    .isEqualTo(new RecordPlace("weir.calls.v1", 0, 1));
            assertThat(alert.path())
                    .extracting(Hop::place)
                    .containsExactly(new RecordPlace("weir.calls.v1", 0, 1), new RecordPlace("weir.calls.v1", 0, 0));
        });
        assertThat(correlator.deadLetters()).isEmpty();
    }

    @Test
    void auditsWhatPeopleSay() {
        correlator.publish(declassification());
        correlator.publish(declassification().revokedBy("ben", SampleEvents.TIME_MILLIS + 1));

        List<AuditEntry> entries =
                correlator.audit().stream().map(TestRecord::value).toList();
        assertThat(entries)
                .extracting(AuditEntry::eventType)
                .containsExactly("declassification_made", "declassification_revoked");
        AuditVerifier verifier = AuditVerifier.whole("weir.audit.v1-0");
        entries.forEach(verifier::accept);
        assertThat(verifier.verdict().fault()).isNull();
        assertThat(correlator.deadLetters()).isEmpty();
    }

    private List<AlertRaised> alerts() {
        return correlator.alerts().stream().map(TestRecord::value).toList();
    }

    private Declassification declassification() {
        long time = SampleEvents.TIME_MILLIS;
        return new Declassification(
                "d1",
                "acme",
                time,
                "ana",
                null,
                read.traceId(),
                null,
                null,
                Audience.PUBLIC,
                "a test",
                time,
                time + 60_000,
                false);
    }
}
