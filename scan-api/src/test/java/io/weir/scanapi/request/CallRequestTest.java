package io.weir.scanapi.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.payload.CallInput;
import io.weir.platform.json.Json;
import io.weir.platform.json.JsonRejected;
import io.weir.platform.json.StrictJson;
import io.weir.scanapi.session.SessionClaim;
import io.weir.schemas.api.ResponseScanRequest;
import io.weir.schemas.api.ScanRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The hand-written readers and the records of the published language agree member by member. */
class CallRequestTest {

    private final StrictJson reader = new StrictJson(1 << 20);

    @Test
    void readsEveryMemberOfTheRecord() throws JsonRejected {
        ScanRequest sent = new ScanRequest(
                "post",
                "https://ok.example",
                Map.of("Accept", "*/*"),
                Map.of("a", List.of(1, new BigDecimal("2.50"))),
                "agent",
                "Agent",
                "python",
                "context",
                "env",
                "session",
                "task",
                "parent");

        CallRequest read = CallRequest.read(reader.read(Json.bytes(sent)));

        assertThat(read)
                .isEqualTo(new CallRequest(
                        new CallInput(
                                "POST",
                                "https://ok.example",
                                Map.of("Accept", "*/*"),
                                Map.of("a", List.of(1, new BigDecimal("2.50"))),
                                "{\"a\":[1,2.50]}".length(),
                                "context"),
                        new SessionClaim("session", "agent", "Agent"),
                        "python",
                        "env",
                        "task",
                        "parent"));
    }

    @Test
    void readsEveryMemberOfTheResponseRecord() throws JsonRejected {
        ResponseScanRequest sent =
                new ResponseScanRequest("3F0C5F0A-8A52-4F0E-9A53-2F6F2F3A9D10", "h\u00e9llo", 404, "session", "agent");

        ResponseRequest read = ResponseRequest.read(reader.read(Json.bytes(sent)));

        assertThat(read.traceId()).isEqualTo("3f0c5f0a-8a52-4f0e-9a53-2f6f2f3a9d10");
        assertThat(read.input().body()).isEqualTo("h\u00e9llo");
        assertThat(read.input().bodyBytes()).isEqualTo(6);
        assertThat(read.input().status()).isEqualTo(404);
        assertThat(read.claim()).isEqualTo(new SessionClaim("session", "agent", null));
    }

    @Test
    void takesBlankContextAndEmptyIdsAsAbsent() throws JsonRejected {
        CallRequest read = CallRequest.read(
                reader.read("{\"method\":\"GET\",\"url\":\"a:b\",\"context\":\" \",\"session_id\":\"\"}"));

        assertThat(read.input().context()).isNull();
        assertThat(read.claim().sessionId()).isNull();
    }
}
