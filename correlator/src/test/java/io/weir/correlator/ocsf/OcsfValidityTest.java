package io.weir.correlator.ocsf;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.platform.json.Json;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.DecisionMade;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every event that the types allow maps to valid OCSF. */
class OcsfValidityTest {

    private static final int EVENT_BYTES_MAX = 256 * 1024;

    private final OcsfApiActivity activity = new OcsfApiActivity("1.2.3");
    private final OcsfDataSecurityFinding finding = new OcsfDataSecurityFinding("1.2.3");

    @TempDir
    private Path folder;

    @Test
    void everyDecisionIsAValidApiActivity() throws Exception {
        OcsfSchema schema = OcsfSchema.require("api_activity");
        Property.forAll(activities(), schema::assertValid);
    }

    @Test
    void everyAlertIsAValidDataSecurityFinding() throws Exception {
        OcsfSchema schema = OcsfSchema.require("data_security_finding");
        Property.forAll(findings(), schema::assertValid);
    }

    @Test
    void anOcsfServerHasNothingToSayAgainstThem() throws Exception {
        List<Map<String, Object>> events = new ArrayList<>();
        Property.forAll(activities(), events::add);
        Property.forAll(findings(), events::add);
        OcsfServerChecks.assertClean(events, folder);
    }

    @Test
    void noEventIsLargerThanPromised() {
        Property.runs(50)
                .check(activities(), event -> assertThat(Json.bytes(event)).hasSizeLessThan(EVENT_BYTES_MAX));
        Property.runs(50)
                .check(findings(), event -> assertThat(Json.bytes(event)).hasSizeLessThan(EVENT_BYTES_MAX));
    }

    @Test
    void mappingTwiceGivesTheSameBytes() {
        Gen<DecisionMade> decisions = RandomEvents.decisions();
        Property.runs(50)
                .check(
                        decisions,
                        decision -> assertThat(Json.text(activity.of(decision, SampleEvents.DECISION_ORIGIN)))
                                .isEqualTo(Json.text(activity.of(decision, SampleEvents.DECISION_ORIGIN))));
        Gen<AlertRaised> alerts = RandomEvents.alerts();
        Property.runs(50)
                .check(
                        alerts,
                        alert -> assertThat(Json.text(finding.of(alert, SampleEvents.ALERT_ORIGIN)))
                                .isEqualTo(Json.text(finding.of(alert, SampleEvents.ALERT_ORIGIN))));
    }

    private Gen<Map<String, Object>> activities() {
        return choices -> activity.of(
                RandomEvents.decisions().from(choices), RandomEvents.origins().from(choices));
    }

    private Gen<Map<String, Object>> findings() {
        return choices -> finding.of(
                RandomEvents.alerts().from(choices), RandomEvents.origins().from(choices));
    }
}
