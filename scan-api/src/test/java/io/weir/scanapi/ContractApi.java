package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weir.scanapi.policy.PolicyChoice;
import io.weir.scanapi.policy.PolicyDesk;
import io.weir.scanapi.policy.PolicyWatch;
import io.weir.testkit.time.SettableClock;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A scan API as a client of the protocol sees it: one key for scanning, one operator. JSON is written with single
 * quotes.
 */
final class ContractApi implements AutoCloseable {

    static final String KEY = "iv_live_0123456789abcdefABCD";
    static final String[] AGENT = {"Authorization", "Bearer " + KEY};
    static final String[] OPERATOR = {"Authorization", "Bearer an operator's long token", "X-Weir-Tenant", "acme"};

    static final String SLACK_SECRET = "0123456789abcdef0123456789abcdef";

    final RunningApi api;
    private final PolicyWatch watch;

    ContractApi(Path folder) {
        this.watch = PolicyWatch.start(PolicyChoice.of(folder), Duration.ofHours(1), new SimpleMeterRegistry());
        this.api = RunningApi.startWith(
                Map.of("keys", "acme:" + KEY, "admin_token", "an operator's long token"),
                Map.of(
                        "remote_approvals.slack_signing_secret", SLACK_SECRET,
                        "remote_approvals.slack_tenant", "acme",
                        "remote_approvals.slack_people", "U024BE7LH=ann",
                        "agents.daily_budgets", "payments=2:send_*"),
                watch,
                new PolicyDesk(watch, SettableClock.at("2026-11-21T10:00:00Z")));
    }

    /** JSON with single quotes for double ones. */
    static String json(String text) {
        return text.replace('\'', '"');
    }

    /** Scans with the scanning key; anything but 200 fails. */
    JsonNode scan(String call) {
        return ok(api.scan(json(call), AGENT));
    }

    String decision(String call) {
        return scan(call).path("decision").asText();
    }

    /** Posts with the scanning key. */
    HttpResponse<String> agent(String path, String body) {
        return api.post(path, json(body), AGENT);
    }

    HttpResponse<String> agentGets(String path) {
        return api.get(path, AGENT);
    }

    /** Posts as the operator. */
    HttpResponse<String> operator(String path, String body) {
        return api.post(path, json(body), OPERATOR);
    }

    HttpResponse<String> operatorGets(String path) {
        return api.get(path, OPERATOR);
    }

    HttpResponse<String> operatorDeletes(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.uri(path)).DELETE();
        for (int i = 0; i < OPERATOR.length; i += 2) {
            request.setHeader(OPERATOR[i], OPERATOR[i + 1]);
        }
        return api.send(request);
    }

    /** Makes a key, and gives the answer. */
    JsonNode mint(String order) {
        return ok(operator("/v1/keys", order));
    }

    /** Applies a policy of one rule. */
    void policy(String match, String condition, String action) {
        ok(operator(
                "/v1/policies/apply",
                "{'name':'contract','rules':[{'rule_id':'only','priority':1,'match':" + match + ",'condition':"
                        + condition + ",'action':'" + action + "'}]}"));
    }

    /** Has a call held by a policy, and gives the id of its approval. */
    String held() {
        policy("{'tool_names':['send_money']}", "{}", "REQUIRE_APPROVAL");
        JsonNode answer = scan(PAYMENT);
        assertThat(answer.path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
        return answer.path("approval_id").asText();
    }

    static final String PAYMENT = "{'method':'POST','url':'mcp://send_money','body':{'amount':5}}";

    static JsonNode ok(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return RunningApi.json(response);
    }

    /** The catalogued reason of a refusal. */
    static String reason(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return RunningApi.json(response).path("reason").asText();
    }

    @Override
    public void close() {
        api.close();
        watch.close();
    }
}
