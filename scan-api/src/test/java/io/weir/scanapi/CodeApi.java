package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.messaging.log.SharedLogs;
import io.weir.messaging.memory.MemorySharedLogs;
import io.weir.scanapi.policy.PolicyChoice;
import io.weir.scanapi.policy.PolicyWatch;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An API that holds payments and sends one-time codes to a file, an agent that asks it, and a person who reads the
 * file.
 */
final class CodeApi implements AutoCloseable {

    static final String KEY = "Bearer iv_live_0123456789abcdefABCD";
    static final String OPERATOR = "Bearer an operator's long token";
    private static final Pattern LINE = Pattern.compile("code ([0-9]+) .*; approval (\\S+)");
    private static final String POLICY = """
        name: payments
        rules:
          - {rule_id: all, priority: 1, match: {tool_names: [send_money]}, action: REQUIRE_APPROVAL}
        """;
    private static final Map<String, String> KEYS =
            Map.of("keys", "acme:iv_live_0123456789abcdefABCD", "admin_token", "an operator's long token");

    final Path file;
    final RunningApi api;
    private final PolicyWatch watch;

    private CodeApi(Path folder, Map<String, String> approvals, Map<String, String> settings, SharedLogs logs)
            throws IOException {
        this.file = folder.resolve("codes");
        Path policies = Files.createDirectories(folder.resolve("policies"));
        Files.writeString(policies.resolve("payments.yaml"), POLICY);
        this.watch = PolicyWatch.start(PolicyChoice.of(policies), Duration.ofMinutes(5), new SimpleMeterRegistry());
        Map<String, String> all = new TreeMap<>(Map.of(
                "approvals.code_delivery", "file",
                "approvals.code_file", file.toString(),
                "approvals.code_digits", "12",
                "approvals.code_attempts_max", "2",
                "approvals.code_failures_per_hour", "4"));
        all.putAll(approvals);
        this.api = RunningApi.startWithCases(all, settings, logs, watch);
    }

    static CodeApi start(Path folder) throws IOException {
        return new CodeApi(folder, Map.of(), KEYS, new MemorySharedLogs());
    }

    /** With other settings of approvals, and of the scan API. */
    static CodeApi start(Path folder, Map<String, String> approvals, Map<String, String> settings) throws IOException {
        return new CodeApi(folder, approvals, settings, new MemorySharedLogs());
    }

    /** Another node, or this one after a restart: it shares the logs. */
    CodeApi another(Path folder) throws IOException {
        return new CodeApi(folder, Map.of(), KEYS, api.logs);
    }

    /** The answer to a payment. */
    JsonNode pay(int amount) {
        return pay(amount, KEY);
    }

    JsonNode pay(int amount, String key) {
        HttpResponse<String> answer = api.scan(
                "{\"method\":\"POST\",\"url\":\"mcp://send_money\",\"body\":{\"amount\":" + amount + "}}",
                "Authorization",
                key);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningApi.json(answer);
    }

    /** Has a payment held, and gives the id of its approval. */
    String held(int amount) {
        JsonNode answer = pay(amount);
        assertThat(answer.path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
        return answer.path("approval_id").asText();
    }

    /** The agent passes on a code. */
    HttpResponse<String> confirm(String code, String... approvalIds) {
        return confirmWith(KEY, code, approvalIds);
    }

    HttpResponse<String> confirmWith(String key, String code, String... approvalIds) {
        return api.post(
                "/v1/approvals/confirm",
                "{\"code\":\"" + code + "\",\"approval_ids\":[\"" + String.join("\",\"", approvalIds) + "\"]}",
                "Authorization",
                key);
    }

    static String reason(HttpResponse<String> refused) {
        return RunningApi.json(refused).path("reason").asText();
    }

    /** The code that the person has got last for a held call. */
    String codeFor(String approvalId) throws IOException {
        await().atMost(Duration.ofSeconds(10)).until(() -> lastCode(approvalId) != null);
        return String.valueOf(lastCode(approvalId));
    }

    /** A code that is not the right one. */
    String wrongCodeFor(String approvalId) throws IOException {
        String code = codeFor(approvalId);
        return (code.startsWith("9") ? "0" : "9") + code.substring(1);
    }

    private @Nullable String lastCode(String approvalId) throws IOException {
        String code = null;
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches() && matcher.group(2).equals(approvalId)) {
                code = matcher.group(1);
            }
        }
        return code;
    }

    @Override
    public void close() {
        api.close();
        watch.close();
    }
}
