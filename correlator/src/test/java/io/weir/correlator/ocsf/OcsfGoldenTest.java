package io.weir.correlator.ocsf;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.platform.json.Json;
import io.weir.testkit.golden.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample events of the documentation: what a SIEM gets. */
class OcsfGoldenTest {

    private final Map<String, Object> activity =
            new OcsfApiActivity("1.2.3").of(SampleEvents.deniedDecision(), SampleEvents.DECISION_ORIGIN);
    private final Map<String, Object> finding =
            new OcsfDataSecurityFinding("1.2.3").of(SampleEvents.alert(), SampleEvents.ALERT_ORIGIN);

    @TempDir
    private Path folder;

    @Test
    void aDeniedCallAsApiActivity() throws JsonProcessingException {
        Golden.assertMatches("golden/ocsf/api-activity-denied.json", pretty(activity));
    }

    @Test
    void anAlertAsDataSecurityFinding() throws JsonProcessingException {
        Golden.assertMatches("golden/ocsf/data-security-finding.json", pretty(finding));
    }

    @Test
    void bothAreValid() throws Exception {
        OcsfSchema.require("api_activity").assertValid(activity);
        OcsfSchema.require("data_security_finding").assertValid(finding);
        OcsfServerChecks.assertClean(List.of(activity, finding), folder);
    }

    private static String pretty(Map<String, Object> event) throws JsonProcessingException {
        return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n";
    }
}
