package io.weir.engine.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.engine.detect.Detection;
import io.weir.engine.detect.Detector;
import io.weir.engine.detect.Samples;
import io.weir.engine.payload.CallInput;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import io.weir.engine.payload.Wrapping;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Property;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NestedRedactionTest {

    private static final String SECRET = "AKIA" + "Q4TR2XW7MLPD5VSN";

    private final PayloadReader reader = PayloadReader.standard();
    private final Detector detector = Detector.standard();
    private final Redactor redactor = Redactor.standard();

    @ParameterizedTest
    @EnumSource
    void findsAndRedactsWhatIsWrapped(Wrapping wrapping) {
        String text = wrapping.wrap("the key is " + SECRET + ", keep it");
        Map<String, Object> body = Map.of("text", text, "clean", wrapping.wrap("nothing of interest in here"));

        Payload payload = reader.readBody(body);
        List<Detection> detections = detector.detect(payload);
        Object redacted = redactor.redact(body, payload, detections);

        assertThat(detections).extracting(Detection::rule).contains("aws-access-key-id");
        assertThat(payload.gaps()).isEmpty();
        assertThat(scan(redacted)).isEmpty();
        if (wrapping != Wrapping.JWT) {
            assertThat(redacted).extracting("clean").isSameAs(body.get("clean"));
        }
    }

    @Test
    void findsAndRedactsWhatIsWrappedTwice() {
        for (Wrapping outer : Wrapping.all()) {
            for (Wrapping inner : Wrapping.all()) {
                Object body = List.of(outer.wrap(inner.wrap("the key is " + SECRET + ", keep it")));

                Payload payload = reader.readBody(body);

                if (payload.gaps().isEmpty()) {
                    assertThat(detector.detect(payload))
                            .as("%s in %s", inner, outer)
                            .isNotEmpty();
                }
                assertThat(scan(redact(body))).as("%s in %s", inner, outer).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void redactsAnEncodedTextThatBeginsBelowALineOfOtherCharacters(String lineEnd) {
        // Given: a line as long as an encoder's, which ends with a separator; what it would decode to is no text
        String line = "x".repeat(75) + "/";
        String encoded = Base64.getEncoder()
                .encodeToString(("the key is " + SECRET + ", keep it").getBytes(StandardCharsets.US_ASCII));

        // When
        Object redacted = redact(line + lineEnd + encoded);

        // Then
        assertThat(String.valueOf(redacted)).startsWith(line + lineEnd);
        assertThat(scan(redacted)).isEmpty();
    }

    @Test
    void aSanitizedBodyHoldsNothingToDetectHoweverItWasWrapped() {
        Property.runs(600).check(bodies(), body -> {
            Payload payload = reader.readBody(body);
            Sanitizer sanitizer = new Sanitizer(reader, detector, redactor);
            assertThat(scan(sanitizer.sanitize(body, payload, detector.detect(payload), Set.of())))
                    .isEmpty();
        });
    }

    @Test
    void writesAMultipartBodyBackPartByPart() {
        // Given
        String body = "--x7\r\nContent-Disposition: form-data; name=\"ssn\"\r\n\r\n536-22-8417\r\n"
                + "--x7\r\nContent-Disposition: form-data; name=\"doc\"; filename=\"a.json\"\r\n"
                + "Content-Type: application/json\r\n\r\n{\"mail\":\"bob@weir.test\",\"n\":1}\r\n--x7--\r\n";
        Map<String, String> headers = Map.of("Content-Type", "multipart/form-data; boundary=\"x7\"");
        Payload payload = reader.read(new CallInput("POST", "https://weir.test", headers, body, 0, null));

        // When
        Object redacted = redactor.redact(body, payload, detector.detect(payload));

        // Then
        assertThat(redacted)
                .isEqualTo(body.replace("536-22-8417", "[REDACTED:us-ssn]")
                        .replace("bob@weir.test", "[REDACTED:email-address]"));
    }

    /** Bodies of texts with values in them, wrapped up to three times. */
    private static Gen<Map<String, @Nullable Object>> bodies() {
        return choices -> {
            Map<String, @Nullable Object> body = new LinkedHashMap<>();
            int members = choices.between(1, 3);
            for (int i = 0; i < members; i++) {
                String text = choices.coin()
                        ? Samples.prose().from(choices)
                        : Samples.jumble().from(choices);
                int wrappings = choices.below(4);
                for (int k = 0; k < wrappings; k++) {
                    text = choices.oneOf(Wrapping.all()).wrap(text);
                }
                body.put("text" + i, text);
            }
            return body;
        };
    }

    private List<Detection> scan(@Nullable Object body) {
        return detector.detect(reader.readBody(body));
    }

    private @Nullable Object redact(@Nullable Object body) {
        Payload payload = reader.readBody(body);
        return redactor.redact(body, payload, detector.detect(payload));
    }
}
