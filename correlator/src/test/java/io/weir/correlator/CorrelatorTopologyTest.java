package io.weir.correlator;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.engine.audit.AuditVerifier;
import io.weir.engine.audit.Sha256;
import io.weir.engine.link.FleetDesk;
import io.weir.messaging.codec.RecordCodec;
import io.weir.platform.json.Json;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.AuditEntry;
import io.weir.schemas.event.DecisionMade;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.topic.Topics;
import io.weir.testkit.event.SampleEvents;
import io.weir.testkit.event.Times;
import io.weir.testkit.golden.Golden;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CorrelatorTopologyTest {

    private final ResponseObserved read = SampleEvents.response("s", "read");
    private final ToolCallScanned write = SampleEvents.call("s", "write");

    @TempDir
    private Path folder;

    private CorrelatorDriver correlator;

    @BeforeEach
    void start() {
        correlator = new CorrelatorDriver(folder, SampleRule::new);
    }

    @AfterEach
    void stop() {
        correlator.close();
    }

    @Test
    void hasTheReviewedShape() {
        String description = CorrelatorDriver.topology(
                        CorrelatorConfig.in(folder), SampleRule::new, new SimpleMeterRegistry())
                .describe()
                .toString();

        Golden.assertMatches("golden/topology.txt", description);
    }

    @Test
    void raisesAnAlertForAWriteAfterARead() {
        correlator.publish(read);
        correlator.publish(write);

        List<TestRecord<String, AlertRaised>> alerts = correlator.alerts();
        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.key()).isEqualTo(alert.value().alertId());
            assertThat(alert.value().traceId()).isEqualTo(write.traceId());
            assertThat(header(alert, "ce_type")).isEqualTo("io.weir.alert.raised.v1");
            assertThat(header(alert, "traceparent")).isEqualTo(SampleEvents.TRACEPARENT);
        });
        assertThat(correlator.count("weir.alerts", "rule", "sample-rule", "severity", "high"))
                .isEqualTo(1);
    }

    @Test
    void linksAReadOfOneSessionWithAWriteOfAnother() {
        correlator.publish(RandomSession.read("reader"));
        correlator.publish(RandomSession.write("sender"));

        assertThat(correlator.alerts())
                .extracting(TestRecord::value)
                .filteredOn(alert -> alert.rule().equals(FleetDesk.RULE))
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.principal().sessionId()).isEqualTo("sender");
                    assertThat(alert.links()).isNotEmpty();
                });
        assertThat(correlator.deadLetters()).isEmpty();
    }

    @Test
    void keepsSessionsApart() {
        correlator.publish(SampleEvents.response("other", "read"));
        correlator.publish(write);

        assertThat(correlator.alerts()).isEmpty();
    }

    @Test
    void dropsACopyOfAnEvent() {
        // Given
        correlator.publish(read);
        correlator.publish(write);

        // When
        correlator.publish(write);

        // Then
        assertThat(correlator.alerts()).hasSize(1);
        assertThat(correlator.decisions()).hasSize(1);
        assertThat(correlator.count("weir.correlator.events.duplicate")).isEqualTo(1);
    }

    @Test
    void countsALateEventAndJudgesItAllTheSame() {
        // Given
        SessionEvent newest = Times.at(SampleEvents.response("s", "newest"), SampleEvents.TIME_MILLIS + 3_600_000);
        correlator.publish(newest);

        // When
        correlator.publish(write);

        // Then
        assertThat(correlator.alerts()).hasSize(1);
        assertThat(correlator.count("weir.correlator.events.late")).isEqualTo(1);
    }

    @Test
    void keepsTheDecisionOfEachCallButNotOfResponses() {
        correlator.publish(read);
        correlator.publish(write);

        assertThat(correlator.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.key()).isEqualTo("acme|s");
            assertThat(decision.value()).isEqualTo(DecisionMade.of(write));
            assertThat(header(decision, "ce_type")).isEqualTo("io.weir.decision.made.v1");
        });
    }

    @Test
    void tellsSiemsOfDecisionsAndAlerts() {
        correlator.publish(read);
        correlator.publish(write);

        assertThat(correlator.ocsf(Topics.OCSF_API_ACTIVITY)).singleElement().satisfies(activity -> {
            assertThat(activity.key()).isEqualTo("acme|s");
            assertThat(header(activity, "class_uid")).isEqualTo("6003");
            assertThat(header(activity, "ce_type")).isEqualTo("io.weir.siem.ocsf.api_activity.v1");
        });
        assertThat(correlator.ocsf(Topics.OCSF_DATA_SECURITY_FINDING))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.key())
                            .isEqualTo(finding.value().at("/finding_info/uid").asText());
                    assertThat(header(finding, "class_uid")).isEqualTo("2006");
                });
    }

    @Test
    void chainsEventsAndAlertsInTheAuditLog() {
        // Given
        correlator.publish(read);
        correlator.publish(write);

        // When
        List<AuditEntry> entries =
                correlator.audit().stream().map(TestRecord::value).toList();

        // Then
        assertThat(entries)
                .extracting(AuditEntry::eventType)
                .containsExactly("response_observed", "tool_call_scanned", "alert_raised");
        AuditVerifier verifier = AuditVerifier.whole("weir.audit.v1-0");
        entries.forEach(verifier::accept);
        assertThat(verifier.verdict().fault()).isNull();
    }

    @Test
    void commitsToTheBytesAndThePlaceOfEachRecord() {
        correlator.publish(read);
        correlator.publish(write);

        List<AuditEntry> entries =
                correlator.audit().stream().map(TestRecord::value).toList();
        AlertRaised alert = correlator.alerts().get(0).value();
        assertThat(entries.get(1).sourceTopic()).isEqualTo("weir.calls.v1");
        assertThat(entries.get(1).sourceOffset()).isEqualTo(1);
        assertThat(entries.get(2).sourceTopic()).isEqualTo("weir.alerts.v1");
        assertThat(entries.get(2).sourceOffset()).isZero();
        assertThat(entries.get(2).recordDigest()).isEqualTo(Sha256.hex(Json.bytes(alert)));
    }

    @Test
    void turnsAnUnreadableRecordIntoADeadLetterAndGoesOn() {
        // Given
        byte[] poison = "planted-secret".getBytes(StandardCharsets.UTF_8);
        correlator.publish(read);

        // When
        correlator.publish("acme|s", poison, SampleEvents.TIME_MILLIS);
        correlator.publish(write);

        // Then
        assertThat(correlator.alerts()).hasSize(1);
        assertThat(correlator.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.key()).isEqualTo("acme|s");
            assertThat(letter.value()).isEqualTo(poison);
            assertThat(header(letter, "weir.error.stage")).isEqualTo("deserialization");
            assertThat(header(letter, "weir.error.topic")).isEqualTo("weir.calls.v1");
            assertThat(header(letter, "weir.error.offset")).isEqualTo("1");
            assertThat(header(letter, "weir.error.exception")).isEqualTo("io.weir.messaging.codec.RecordUnreadable");
            assertThat(letter.headers())
                    .noneMatch(header -> new String(header.value(), StandardCharsets.UTF_8).contains("planted-secret"));
        });
        assertThat(correlator.count("weir.dead.letters", "stage", "deserialization"))
                .isEqualTo(1);
    }

    @Test
    void turnsARecordUnderTheKeyOfAnotherSessionIntoADeadLetter() {
        correlator.publish("acme|other", RecordCodec.of(SessionEvent.class).encode(write), SampleEvents.TIME_MILLIS);

        assertThat(correlator.decisions()).isEmpty();
        assertThat(correlator.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(header(letter, "weir.error.stage")).isEqualTo("processing");
            assertThat(header(letter, "weir.error.processor")).isEqualTo("event-guard");
        });
    }

    @Test
    void keepsTheTrailsOfAnEventOnWhichTheRuleFails() {
        // Given
        correlator.close();
        correlator = new CorrelatorDriver(folder, () -> (state, event) -> {
            throw new IllegalStateException("planted-secret");
        });

        // When
        correlator.publish(write);

        // Then
        assertThat(correlator.decisions()).hasSize(1);
        assertThat(correlator.audit()).hasSize(1);
        assertThat(correlator.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(header(letter, "weir.error.processor")).isEqualTo("session-link");
            assertThat(header(letter, "tenant")).isEqualTo("acme");
            assertThat(letter.headers())
                    .noneMatch(header -> new String(header.value(), StandardCharsets.UTF_8).contains("planted-secret"));
        });
    }

    @Test
    void turnsAnAlertThatIsTooLargeIntoADeadLetter() {
        // Given
        AlertRaised small = SampleEvents.alert("s", "large");
        AlertRaised large = new AlertRaised(
                small.alertId(),
                small.rule(),
                small.ruleVersion(),
                "x".repeat(2 << 20),
                small.traceId(),
                small.traceparent(),
                small.timeMillis(),
                small.principal(),
                small.sink(),
                small.decision(),
                small.tier(),
                small.severity(),
                small.score(),
                small.dataClasses(),
                small.links());
        correlator.close();
        correlator = new CorrelatorDriver(folder, () -> (state, event) -> List.of(large));

        // When
        correlator.publish(write);

        // Then
        assertThat(correlator.alerts()).isEmpty();
        assertThat(correlator.deadLetters())
                .singleElement()
                .satisfies(
                        letter -> assertThat(header(letter, "weir.error.stage")).isEqualTo("production"));
    }

    @Test
    void leavesOutAValueThatIsTooLargeForALetter() {
        byte[] poison = "x".repeat(600 << 10).getBytes(StandardCharsets.UTF_8);

        correlator.publish("acme|s", poison, SampleEvents.TIME_MILLIS);

        assertThat(correlator.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.value()).isNull();
            assertThat(header(letter, "weir.error.value_bytes")).isEqualTo(String.valueOf(600 << 10));
            assertThat(header(letter, "weir.error.value_kept")).isEqualTo("false");
        });
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
