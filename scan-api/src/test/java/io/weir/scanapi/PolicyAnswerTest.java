package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.scanapi.policy.PolicyChoice;
import io.weir.scanapi.policy.PolicyWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file in the folder of policies does to the answer of a scan. */
class PolicyAnswerTest {

    private static final String CALL = """
            {"method": "POST", "url": "mcp://send_money", "body": {"amount": 5000}}""";

    @TempDir
    private Path folder;

    @Test
    void aFileInTheFolderChangesTheAnswerAndIsNamedInIt() throws IOException {
        // Given
        write("money.yaml", "REQUIRE_APPROVAL");
        try (PolicyWatch watch = watch();
                RunningApi api = RunningApi.startWith(watch)) {

            // When
            JsonNode answer = RunningApi.json(api.scan(CALL));

            // Then
            assertThat(answer.path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
            assertThat(answer.path("policy_name").asText()).isEqualTo("money");
            assertThat(answer.path("reason_codes").toString()).isEqualTo("[\"POLICY_RULE\",\"BIG_PAYMENT\"]");
            assertThat(answer.path("approval_id").asText()).isNotEmpty();
            assertThat(answer.at("/matched_policies/0/rule_id").asText()).isEqualTo("big");
            assertThat(answer.at("/matched_policies/0/because").toString())
                    .contains("tool_names [send_money]: tool send_money", "1 values at $.amount");
        }
    }

    @Test
    void takesOverAChangedFileAndKeepsTheLastGoodOne() throws IOException {
        write("money.yaml", "DENY");
        try (PolicyWatch watch = watch();
                RunningApi api = RunningApi.startWith(watch)) {
            assertThat(decision(api)).isEqualTo("DENY");

            write("money.yaml", "REQUIRE_APPROVAL");
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(decision(api)).isEqualTo("REQUIRE_APPROVAL"));

            Files.writeString(folder.resolve("money.yaml"), "name: money\nruls: []\n");
            watch.look();
            assertThat(decision(api)).isEqualTo("REQUIRE_APPROVAL");
        }
    }

    @Test
    void aTenantsOwnPoliciesConcernNobodyElse() throws IOException {
        Files.createDirectories(folder.resolve("tenants/acme"));
        write("tenants/acme/money.yaml", "DENY");
        try (PolicyWatch watch = watch();
                RunningApi api = RunningApi.startWith(watch)) {
            assertThat(RunningApi.json(api.scan(CALL, "X-Weir-Tenant", "acme"))
                            .path("decision")
                            .asText())
                    .isEqualTo("DENY");
            assertThat(decision(api)).isEqualTo("ALLOW");
        }
    }

    private static String decision(RunningApi api) {
        return RunningApi.json(api.scan(CALL)).path("decision").asText();
    }

    private PolicyWatch watch() {
        return PolicyWatch.start(PolicyChoice.of(folder), Duration.ofMillis(50), new SimpleMeterRegistry());
    }

    private void write(String file, String action) throws IOException {
        Files.writeString(folder.resolve(file), """
                name: money
                rules:
                  - rule_id: big
                    match: {tool_names: [send_money]}
                    condition: {body_path_gt: {path: $.amount, value: 1000}}
                    action: %s
                    reason_code: BIG_PAYMENT
                """.formatted(action));
    }
}
