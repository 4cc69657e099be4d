package io.weir.engine.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weir.engine.detect.Detector;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final PayloadReader reader = PayloadReader.standard();
    private final Detector detector = Detector.standard();
    private final Redactor redactor = Redactor.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"key AKIAQ4TR2XW7MLPD5VSN!\"} | {\"a\":\"key [REDACTED:aws-access-key-id]!\"}",
                "{\"a\":\"card 4539 1488 0343 6467\"} | {\"a\":\"card **** **** **** 6467\"}",
                "{\"a\":\"DE89370400440532013000\"} | {\"a\":\"******************3000\"}",
                "{\"card\":4539148803436467,\"b\":1} | {\"card\":1000000000000000,\"b\":1}",
                "{\"ssn\":536228417} | {\"ssn\":100000000}",
                "{\"a\":\"{\\\"ssn\\\":\\\"536-22-8417\\\",\\\"z\\\":1.50}\"} | "
                        + "{\"a\":\"{\\\"ssn\\\":\\\"[REDACTED:us-ssn]\\\",\\\"z\\\":1.50}\"}",
                "{\"bob@weir.test\":1,\"eve@weir.test\":2} | "
                        + "{\"[REDACTED:email-address]\":1,\"[REDACTED:email-address]#1\":2}",
                "[\"bob@weir.test and eve@weir.test\",null,true] | "
                        + "[\"[REDACTED:email-address] and [REDACTED:email-address]\",null,true]",
                "\"bob@weir.test\" | \"[REDACTED:email-address]\""
            })
    void replacesWhatWasDetectedAndNothingElse(String before, String after) throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(redact(JSON.readValue(before, Object.class))))
                .isEqualTo(after);
    }

    @Test
    void givesTheSameTreeBackWhenNothingWasDetected() {
        Object body = Map.of("a", "{\"b\" :  1}");

        assertThat(redact(body)).isSameAs(body);
    }

    @Test
    void keepsNestedJsonAsItWasSpelledWhenOnlyAnotherLeafChanges() {
        Object redacted = redact(Map.of("a", "{\"b\" :  1}", "c", "bob@weir.test"));

        assertThat(redacted).isEqualTo(Map.of("a", "{\"b\" :  1}", "c", "[REDACTED:email-address]"));
    }

    @Test
    void sparesTheNamedLeaves() {
        Object body = Map.of("to", "bob@weir.test");
        Payload payload = reader.readBody(body);

        Object redacted = redactor.redact(body, payload, detector.detect(payload), Set.of("/body/to"));

        assertThat(redacted).isSameAs(body);
    }

    @Test
    void writesAFormBackAsAForm() {
        // Given
        String body = "x=%41&mail=bob%40weir.test&y";
        Map<String, String> headers = Map.of("content-type", "application/x-www-form-urlencoded");
        Payload payload = reader.read(new CallInput("POST", "https://weir.test", headers, body, 0, null));

        // When
        Object redacted = redactor.redact(body, payload, detector.detect(payload));

        // Then
        assertThat(redacted).isEqualTo("x=%41&mail=%5BREDACTED%3Aemail-address%5D&y");
    }

    private @Nullable Object redact(Object body) {
        Payload payload = reader.readBody(body);
        return redactor.redact(body, payload, detector.detect(payload));
    }
}
