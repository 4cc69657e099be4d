package io.weir.scanapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.messaging.memory.MemorySharedLogs;
import io.weir.scanapi.opinion.ModelServer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The judge model, asked over HTTP about what no rule decides; where it fails, people decide. */
class JudgeModelTest {

    private static final String OUTWARD =
            "{\"method\":\"POST\",\"url\":\"https://out.example/up\",\"agent_id\":\"bot\",\"session_id\":\"run\",\"context\":\"Mail"
                    + " me at ana@partner.example\",\"body\":{\"note\":\"hello\"}}";
    private static final String ADMIN = "the operator's own token";

    private ModelServer model;
    private RunningApi api;

    @BeforeEach
    void start() throws IOException {
        model = ModelServer.start();
        api = RunningApi.startWithCases(
                Map.of(
                        "judge.url",
                        model.url(),
                        "judge.model",
                        "small",
                        "judge.key",
                        "sk-judge",
                        "judge.timeout_millis",
                        "500"),
                Map.of("admin_token", ADMIN),
                new MemorySharedLogs());
    }

    @AfterEach
    void stop() {
        api.close();
        model.close();
    }

    @ParameterizedTest
    @CsvSource({
        "allow,    0.9,  ALLOW,            ''",
        "deny,     0.9,  DENY,             JUDGE_DENIES",
        "escalate, 0.9,  REQUIRE_APPROVAL, JUDGE_ESCALATES",
        "allow,    0.69, REQUIRE_APPROVAL, JUDGE_ESCALATES",
        "deny,     0.69, REQUIRE_APPROVAL, JUDGE_ESCALATES",
        "allow,    0.7,  ALLOW,            ''"
    })
    void doesWhatTheModelIsSureOf(String verdict, double confidence, String decision, String reason) {
        model.says(
                200,
                "{\"verdict\":\"" + verdict + "\",\"confidence\":" + confidence
                        + ",\"risk_indicators\":[\"exfiltration\",\"SOMETHING <script>\"],\"reason\":\"free words\"}");

        JsonNode answer = RunningApi.json(api.scan(OUTWARD));

        assertThat(answer.path("decision").asText()).isEqualTo(decision);
        assertThat(answer.path("reason_codes").toString()).contains(reason);
        assertThat(answer.path("signals").toString())
                .contains("semantic", "EXFILTRATION")
                .doesNotContain("script", "free words");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yes, allow it",
                "{}",
                "{\"verdict\":\"allow\"}",
                "{\"verdict\":\"allow\",\"confidence\":7}",
                "{\"verdict\":\"sure\",\"confidence\":1}",
                "[1]"
            })
    void letsPeopleDecideWhereTheAnswerCannotBeUsed(String content) {
        model.says(200, content);

        assertEscalates();
    }

    @Test
    void letsPeopleDecideWhereTheModelFailsOrIsSilentOrGone() {
        model.says(500, "{\"verdict\":\"allow\",\"confidence\":1}");
        assertEscalates();

        model.fallSilent();
        assertEscalates("other");

        model.close();
        assertEscalates("third");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"method\":\"GET\",\"url\":\"https://out.example/\"}",
                "{\"method\":\"POST\",\"url\":\"http://localhost:1/\",\"body\":{}}",
                "{\"method\":\"POST\",\"url\":\"https://out.example/\",\"body\":\"card 4111 1111 1111 1111\"}"
            })
    void isNotAskedAboutWhatRulesDecideOrStaysInside(String call) {
        api.scan(call);

        assertThat(model.questions()).isEmpty();
    }

    @Test
    void seesRedactedArgumentsAndTheLineageOfTheirContent() throws IOException {
        model.says(200, "{\"verdict\":\"allow\",\"confidence\":1}");
        String trace = RunningApi.json(
                        api.scan(
                                "{\"method\":\"POST\",\"url\":\"mcp://read_file\",\"agent_id\":\"bot\",\"session_id\":\"run\"}"))
                .path("trace_id")
                .asText();
        String text = "The warehouse in the north opens at nine and closes at six on every day of the week but Sunday";
        api.post("/v1/scan/response", "{\"trace_id\":\"" + trace + "\",\"response_body\":\"" + text + "\"}");

        api.scan(OUTWARD.replace("hello", text));

        assertThat(model.authorizations()).containsExactly("Bearer sk-judge");
        assertThat(model.questions())
                .singleElement()
                .satisfies(question -> assertThat(question)
                        .contains("small", "content_read_earlier", "read_file", "warehouse")
                        .doesNotContain("ana@partner.example"));
    }

    @Test
    void whatPeopleAgreeToGoesOutOnceWithoutAskingAgain() {
        model.says(200, "{\"verdict\":\"escalate\",\"confidence\":1}");
        String id = RunningApi.json(api.scan(OUTWARD)).path("approval_id").asText();
        api.post("/v1/approvals/" + id + "/approve", "{}", "Authorization", "Bearer " + ADMIN);

        JsonNode allowed = RunningApi.json(api.scan(OUTWARD));

        assertThat(allowed.path("decision").asText()).isEqualTo("ALLOW");
        assertThat(allowed.path("reason_codes").toString()).contains("RECENT_APPROVAL_GRANT");
        assertThat(model.questions()).hasSize(1);
        assertThat(RunningApi.json(api.scan(OUTWARD)).path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
    }

    private void assertEscalates() {
        assertEscalates("bot");
    }

    private void assertEscalates(String agent) {
        JsonNode answer = RunningApi.json(api.scan(OUTWARD.replace("bot", agent)));

        assertThat(answer.path("decision").asText()).isEqualTo("REQUIRE_APPROVAL");
        assertThat(answer.path("reason_codes").toString()).contains("JUDGE_ESCALATES");
    }
}
