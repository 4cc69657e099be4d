package io.weir.engine.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.payload.CallInput;
import io.weir.schemas.event.Principal;
import io.weir.schemas.word.SessionProvenance;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallDigestsTest {

    private static final CallDigests DIGESTS =
            new CallDigests("a master key for tests".getBytes(StandardCharsets.UTF_8));
    private static final Map<String, String> HEADERS = Map.of("Authorization", "Bearer x");
    private static final CallInput CALL = call("POST", "https://far.test/mail", HEADERS, body("to", "b@far.test"));

    @Test
    void theSameCallInAnotherSpellingIsTheSame() {
        Map<String, String> headers = new HashMap<>();
        headers.put("authorization", "Bearer x");
        headers.put("traceparent", "00-1-2-01");
        headers.put("User-Agent", "agent/2");
        Map<String, Object> turned = new LinkedHashMap<>();
        turned.put("to", "b@far.test");
        turned.put("n", 1);

        assertThat(digest("mailer", call("POST", "https://far.test/mail", headers, turned)))
                .isEqualTo(digest("mailer", CALL))
                .matches("[0-9a-f]{64}");
    }

    static Stream<CallInput> otherCalls() {
        return Stream.of(
                call("PUT", "https://far.test/mail", HEADERS, body("to", "b@far.test")),
                call("POST", "https://far.test/mail/", HEADERS, body("to", "b@far.test")),
                call("POST", "https://far.test/mail", Map.of(), body("to", "b@far.test")),
                call("POST", "https://far.test/mail", Map.of("Authorization", "Bearer y"), body("to", "b@far.test")),
                call("POST", "https://far.test/mail", HEADERS, body("to", "c@far.test")),
                call("POST", "https://far.test/mail", HEADERS, body("cc", "b@far.test")),
                call("POST", "https://far.test/mail", HEADERS, List.of("to", "b@far.test", "n", 1)),
                call("POST", "https://far.test/mail", HEADERS, "{\"n\":1,\"to\":\"b@far.test\"}"));
    }

    @ParameterizedTest
    @MethodSource("otherCalls")
    void anotherCallIsAnother(CallInput other) {
        assertThat(digest("mailer", other)).isNotEqualTo(digest("mailer", CALL));
    }

    @Test
    void aNumberIsNotItsTextAndNullIsNotItsWord() {
        assertThat(digest("mailer", call("POST", "mcp://x", Map.of(), 1)))
                .isNotEqualTo(digest("mailer", call("POST", "mcp://x", Map.of(), "1")));
        assertThat(digest("mailer", call("POST", "mcp://x", Map.of(), null)))
                .isNotEqualTo(digest("mailer", call("POST", "mcp://x", Map.of(), "null")));
    }

    @Test
    void theCallOfAnotherAgentIsAnother() {
        assertThat(digest("reader", CALL)).isNotEqualTo(digest("mailer", CALL));
    }

    @Test
    void refusesAShortKey() {
        assertThatThrownBy(() -> new CallDigests(new byte[15])).hasMessageContaining("at least 16");
    }

    private static String digest(String agentId, CallInput input) {
        return DIGESTS.of(
                new Principal("acme", "production", agentId, null, null, "run-1", SessionProvenance.EXPLICIT, null),
                input);
    }

    private static CallInput call(String method, String url, Map<String, String> headers, @Nullable Object body) {
        return new CallInput(method, url, headers, body, 10, null);
    }

    private static Map<String, Object> body(String name, String value) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("n", 1);
        body.put(name, value);
        return body;
    }
}
