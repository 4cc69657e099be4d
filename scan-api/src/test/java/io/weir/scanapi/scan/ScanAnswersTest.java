package io.weir.scanapi.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.decide.JudgedCall;
import io.weir.platform.json.Json;
import io.weir.platform.json.JsonRejected;
import io.weir.platform.json.StrictJson;
import io.weir.scanapi.OpenApiDocument;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.Match;
import io.weir.schemas.event.Signal;
import io.weir.schemas.event.Span;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.DestinationProvenance;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.RiskBand;
import io.weir.schemas.word.Tier;
import io.weir.schemas.word.ValueKind;
import io.weir.testkit.event.SampleEvents;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScanAnswersTest {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.load();
    private static final String APPROVAL_ID = "c2a7b1de-0f64-4c0a-b5d1-7d6e5f4a3b2c";

    @ParameterizedTest
    @EnumSource(Decision.class)
    void fitThePublishedDocumentForEachDecision(Decision decision) {
        String answer = Json.text(ScanAnswers.of(judged(decision, null)));

        DOCUMENT.assertValid("ScanAnswer", answer);
        assertThat(answer)
                .contains("\"decision\":\"" + decision + "\"", "\"policy_id\":null", "\"policy_name\":null")
                .contains("\"sanitized_body\":null", "\"approval_id\":\"" + APPROVAL_ID + "\"");
    }

    @Test
    void keepTheTextOfNumbersInASanitizedBody() throws JsonRejected {
        String body = "{\"z\":1.50,\"a\":12345678901234567890,\"m\":[0.10,-7,null,true]}";

        String answer = Json.text(ScanAnswers.of(judged(Decision.SANITIZE, new StrictJson(1_000).read(body))));

        DOCUMENT.assertValid("ScanAnswer", answer);
        assertThat(answer).contains("\"sanitized_body\":" + body);
    }

    private static JudgedCall judged(Decision decision, @Nullable Object sanitizedBody) {
        ToolCallScanned sample = SampleEvents.call("run-1", "call");
        DecisionRecord outcome = new DecisionRecord(
                decision,
                0.6,
                RiskBand.of(0.6),
                List.of(ReasonCode.values()),
                List.of(DataClass.values()),
                List.of(new Signal("correlation", 0.7, "content of an earlier read")),
                List.of(link(sample)),
                APPROVAL_ID,
                "1");
        ToolCallScanned event = new ToolCallScanned(
                sample.eventId(),
                sample.traceId(),
                null,
                sample.traceparent(),
                sample.timeMillis(),
                sample.principal(),
                sample.call(),
                List.of(),
                sample.fingerprint(),
                null,
                List.of("/body: too deep"),
                outcome);
        return new JudgedCall(event, sanitizedBody);
    }

    private static Link link(ToolCallScanned sink) {
        return new Link(
                "source",
                "files",
                1,
                sink.traceId(),
                Tier.BLOCK,
                0.9,
                List.of(DataClass.PII),
                DestinationProvenance.TOOL_RESPONSE,
                12,
                0.5,
                0.1,
                List.of(
                        new Match(ValueKind.EMAIL, new Span("/body/a", 0, 9), new Span("/body/b", 3, 12), "x@x.x"),
                        new Match(null, new Span("/body/a", 0, 9), new Span("/body/b", 3, 12), null)),
                0,
                List.of("a reason"));
    }
}
