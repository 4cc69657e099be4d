package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person who has no console lets a call through by a one-time code. */
class CodeProtocolTest {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.load();

    @TempDir
    private Path folder;

    @Test
    void theCodeThatAPersonReadsOutLetsTheCallThroughOnce() throws IOException {
        try (CodeApi node = CodeApi.start(folder)) {
            // Given
            String approvalId = node.held(5);
            String code = node.codeFor(approvalId);
            assertThat(code).matches("[0-9]{12}");
            assertThat(status(node, approvalId).path("code_attempts_left").asInt())
                    .isEqualTo(2);

            // When
            HttpResponse<String> confirmed = node.confirm(code.substring(0, 3) + " " + code.substring(3), approvalId);

            // Then
            assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
            DOCUMENT.assertValid("ApprovalStatusAnswer", confirmed.body());
            assertThat(RunningApi.json(confirmed).path("status").asText()).isEqualTo("approved");
            assertThat(node.pay(5).path("decision").asText()).isEqualTo("ALLOW");
            assertThat(node.pay(5).path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
        }
    }

    @Test
    void theCodeHoldsOnAnotherNodeAndAfterARestart() throws IOException {
        try (CodeApi first = CodeApi.start(folder)) {
            String approvalId = first.held(5);
            String code = first.codeFor(approvalId);
            try (CodeApi second = first.another(folder)) {
                assertThat(second.confirm(code, approvalId).statusCode()).isEqualTo(200);
                try (CodeApi third = second.another(folder)) {
                    assertThat(third.pay(5).path("decision").asText()).isEqualTo("ALLOW");
                }
                assertThat(first.pay(5).path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
            }
        }
    }

    @Test
    void anotherTryOfAHeldCallSendsNoSecondCodeUntilTheFirstHasExpired() throws IOException {
        try (CodeApi node = CodeApi.start(folder)) {
            String approvalId = node.held(5);
            String first = node.codeFor(approvalId);
            assertThat(node.held(5)).isEqualTo(approvalId);
            assertThat(node.codeFor(approvalId)).isEqualTo(first);

            node.api.clock.advance(Duration.ofSeconds(301));
            assertThat(status(node, approvalId).has("code_attempts_left")).isFalse();
            assertThat(CodeApi.reason(node.confirm(first, approvalId))).isEqualTo("CODE_LOCKED");
            node.held(5);

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> assertThat(Files.readAllLines(node.file)).hasSize(2));
            assertThat(node.confirm(node.codeFor(approvalId), approvalId).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aRightCodeAmongSeveralHeldCallsCostsTheOthersNothing() throws IOException {
        try (CodeApi node = CodeApi.start(folder)) {
            String first = node.held(5);
            String second = node.held(6);

            JsonNode confirmed = RunningApi.json(node.confirm(node.codeFor(first), second, first));

            assertThat(confirmed.path("approval_id").asText()).isEqualTo(first);
            assertThat(status(node, second).path("code_attempts_left").asInt()).isEqualTo(2);
            assertThat(node.pay(6).path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
        }
    }

    @Test
    void saysWhatTheCodeIsForInALineThatOnlyItsOwnerCanRead() throws IOException {
        try (CodeApi node = CodeApi.start(folder)) {
            String approvalId = node.held(5);

            assertThat(node.codeFor(approvalId)).isNotEmpty();

            assertThat(Files.readString(node.file))
                    .startsWith("code ")
                    .contains("in \"default\" call \"send_money\" (WRITE)")
                    .contains("good until 10:05:00 UTC")
                    .contains("POLICY_RULE");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(node.file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aFileThatOthersCanReadGetsNoCode() throws IOException {
        Path file = Files.writeString(folder.resolve("codes"), "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        try (CodeApi node = CodeApi.start(folder)) {
            node.held(5);

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() ->
                            assertThat(metrics(node)).contains("weir_approvals_codes_total{outcome=\"failed\"} 1.0"));
            assertThat(file).isEmptyFile();
        }
    }

    @Test
    void aProgramGetsTheCodeOnItsInputAndNothingOfOurs() throws IOException {
        Path got = folder.resolve("got");
        Path program = Files.writeString(
                folder.resolve("notify.sh"), "#!/bin/sh\ncat > " + got + ".part\nmv " + got + ".part " + got + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        try (CodeApi node = CodeApi.start(
                folder,
                Map.of("approvals.code_delivery", "command", "approvals.code_command", program.toString()),
                Map.of())) {
            String approvalId = node.pay(5, CodeApi.KEY).path("approval_id").asText();

            await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(got));
            JsonNode message = Json.mapper().readTree(got.toFile());
            assertThat(message.path("approval_id").asText()).isEqualTo(approvalId);
            assertThat(message.path("text").asText())
                    .startsWith("code " + message.path("code").asText());
            assertThat(node.confirm(message.path("code").asText(), approvalId).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void withoutAWayToPeopleThereAreNoCodes() throws IOException {
        try (CodeApi node = CodeApi.start(folder, Map.of("approvals.code_delivery", "none"), Map.of())) {
            String approvalId = node.held(5);

            assertThat(status(node, approvalId).has("code_attempts_left")).isFalse();
            assertThat(CodeApi.reason(node.confirm("123456", approvalId))).isEqualTo("CODE_LOCKED");
        }
    }

    private static String metrics(CodeApi node) {
        return node.api.get("/metrics", "Authorization", CodeApi.OPERATOR).body();
    }

    private static JsonNode status(CodeApi node, String approvalId) {
        return RunningApi.json(node.api.get("/v1/approvals/" + approvalId + "/status", "Authorization", CodeApi.KEY));
    }
}
