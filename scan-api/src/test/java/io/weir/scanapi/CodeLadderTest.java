package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.weir.platform.json.Json;
import io.weir.schemas.event.ApprovalEvent;
import io.weir.schemas.topic.Topics;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** An agent that has its scanning key and knows the whole API tries to get at a one-time code, or around it. */
class CodeLadderTest {

    @TempDir
    private Path folder;

    @Test
    void findsTheCodeNowhereThatItCanRead() throws IOException {
        ListAppender<ILoggingEvent> logs = new ListAppender<>();
        logs.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        root.setLevel(Level.INFO);
        root.addAppender(logs);
        List<String> seen = new ArrayList<>();
        try (CodeApi node = CodeApi.start(folder)) {
            node.api.logs.open(
                    Topics.APPROVALS, ApprovalEvent.class, ApprovalEvent::key, event -> seen.add(Json.text(event)));
            String approvalId = node.held(5);
            String code = node.codeFor(approvalId);
            seen.add(node.pay(5).toString());
            for (String path : List.of("", "/status")) {
                seen.add(node.api
                        .get("/v1/approvals/" + approvalId + path, "Authorization", CodeApi.KEY)
                        .body());
            }
            seen.add(node.api
                    .get("/v1/approvals/" + approvalId, "Authorization", CodeApi.OPERATOR, "X-Weir-Tenant", "acme")
                    .body());
            seen.add(node.confirm(node.wrongCodeFor(approvalId), approvalId).body());
            seen.add(node.confirm(code, approvalId).body());
            seen.add(node.api.get("/metrics", "Authorization", CodeApi.OPERATOR).body());
            seen.add(Json.text(node.api.events.events()));
            logs.list.forEach(event -> seen.add(event.getFormattedMessage()));
            assertThat(seen).anyMatch(text -> text.contains("event=code_sent"));

            assertThat(seen)
                    .hasSizeGreaterThan(8)
                    .allSatisfy(text -> assertThat(text).doesNotContain(code));
        } finally {
            root.detachAppender(logs);
            root.setLevel(before);
        }
    }

    @Test
    void isLockedOutForTheRightCodeTooAndAlsoOnOtherNodesAndAfterARestart() throws IOException {
        try (CodeApi node = CodeApi.start(folder)) {
            String approvalId = node.held(5);
            String wrong = node.wrongCodeFor(approvalId);
            assertThat(CodeApi.reason(node.confirm(wrong, approvalId))).isEqualTo("CODE_WRONG");
            try (CodeApi other = node.another(folder)) {
                assertThat(CodeApi.reason(other.confirm(wrong, approvalId))).isEqualTo("CODE_WRONG");
            }

            try (CodeApi restarted = node.another(folder)) {
                assertThat(CodeApi.reason(restarted.confirm(restarted.codeFor(approvalId), approvalId)))
                        .isEqualTo("CODE_LOCKED");
                assertThat(restarted.held(5))
                        .as("the same call gets no other code")
                        .isEqualTo(approvalId);
                assertThat(restarted.pay(5).path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
            }
        }
    }

    @Test
    void getsNoFurtherTriesByVaryingTheCall() throws IOException {
        try (CodeApi node = CodeApi.start(folder)) {
            for (int amount = 1; amount <= 4; amount++) {
                String approvalId = node.held(amount);
                assertThat(CodeApi.reason(node.confirm(node.wrongCodeFor(approvalId), approvalId)))
                        .isEqualTo("CODE_WRONG");
            }
            String first = node.held(1);
            assertThat(CodeApi.reason(node.confirm(node.codeFor(first), first))).isEqualTo("CODE_LOCKED");

            node.api.clock.advance(Duration.ofMinutes(59));
            String fifth = node.held(5);
            assertThat(CodeApi.reason(node.confirm("000000", fifth))).isEqualTo("CODE_LOCKED");
        }
    }

    @Test
    void getsNoFurtherTriesByShortLivedKeys() throws IOException {
        try (CodeApi node = CodeApi.start(folder)) {
            for (int amount = 1; amount <= 4; amount++) {
                String approvalId = node.held(amount);
                node.confirmWith(shortLived(node), node.wrongCodeFor(approvalId), approvalId);
            }
            String first = node.held(1);

            assertThat(CodeApi.reason(node.confirmWith(shortLived(node), node.codeFor(first), first)))
                    .isEqualTo("CODE_LOCKED");
        }
    }

    @Test
    void getsNoFurtherTriesByOtherKeysInOpenMode() throws IOException {
        try (CodeApi node = CodeApi.start(folder, Map.of(), Map.of())) {
            for (int amount = 1; amount <= 4; amount++) {
                String approvalId = node.held(amount);
                node.confirmWith("Bearer made-up-key-" + amount, node.wrongCodeFor(approvalId), approvalId);
            }
            String first = node.held(1);

            assertThat(CodeApi.reason(node.confirmWith("Bearer another", node.codeFor(first), first)))
                    .isEqualTo("CODE_LOCKED");
        }
    }

    @Test
    void cannotUseACodeForAnotherCallOrTwice() throws IOException {
        try (CodeApi node = CodeApi.start(folder)) {
            String small = node.held(5);
            String large = node.held(5_000_000);
            String code = node.codeFor(small);

            assertThat(CodeApi.reason(node.confirm(code, large))).isEqualTo("CODE_WRONG");
            assertThat(node.confirm(code, small).statusCode()).isEqualTo(200);
            assertThat(CodeApi.reason(node.confirm(code, small))).isEqualTo("CODE_LOCKED");

            assertThat(node.pay(5_000_000).path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
            assertThat(node.pay(5).path("decision").asText()).isEqualTo("ALLOW");
            String again = node.held(5);
            assertThat(node.codeFor(again)).isNotNull();
            assertThat(CodeApi.reason(node.confirm(code, again))).isEqualTo("CODE_WRONG");
        }
    }

    @Test
    void cannotUseACodeOfAnotherTenant() throws IOException {
        Map<String, String> settings =
                Map.of("keys", "acme:iv_live_0123456789abcdefABCD,beta:iv_live_betabetabetabeta");
        try (CodeApi node = CodeApi.start(folder, Map.of(), settings)) {
            String approvalId = node.held(5);

            HttpResponse<String> refused =
                    node.confirmWith("Bearer iv_live_betabetabetabeta", node.codeFor(approvalId), approvalId);

            assertThat(CodeApi.reason(refused)).isEqualTo("CODE_LOCKED");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"code\":\"123456\"}",
                "{\"code\":\"\",\"approval_ids\":[\"a\"]}",
                "{\"code\":123456,\"approval_ids\":[\"a\"]}",
                "{\"code\":[\"000000\",\"000001\"],\"approval_ids\":[\"a\"]}",
                "{\"code\":\"123456\",\"approval_ids\":[\"1\",\"2\",\"3\",\"4\"]}"
            })
    void cannotTryManyCodesOrCallsAtOnce(String body) throws IOException {
        try (CodeApi node = CodeApi.start(folder)) {
            assertThat(node.api
                            .post("/v1/approvals/confirm", body, "Authorization", CodeApi.KEY)
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    private static String shortLived(CodeApi node) {
        return "Bearer "
                + RunningApi.json(node.api.post("/v1/keys/ephemeral", "{}", "Authorization", CodeApi.KEY))
                        .path("key")
                        .asText();
    }
}
