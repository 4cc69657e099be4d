package io.weir.engine.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.detect.Detection;
import io.weir.engine.detect.Detector;
import io.weir.engine.detect.Samples;
import io.weir.engine.payload.BodyFormat;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import io.weir.engine.payload.ReadingLimits;
import io.weir.engine.payload.Wrapping;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ValueKind;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Property;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StyledRedactionTest {

    private static final byte[] MASTER = "a master key for tests only".getBytes(StandardCharsets.UTF_8);
    private static final RedactionKey KEY = RedactionKey.derive(MASTER, "acme");

    private final PayloadReader reader = PayloadReader.standard();
    private final Detector detector = Detector.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LABEL | ssn 536-22-8417. | ssn [REDACTED:us-ssn].",
                "MASK | ssn 536-22-8417. | ssn ***-**-8417.",
                "TOKEN | ssn 536-22-8417. | ssn [PII:us-ssn:????????????????].",
                "SYNTHETIC | ssn 536-22-8417. | ssn 000-00-0000.",
                "SYNTHETIC | mail bob@weir.test now | mail nobody@example.invalid now",
                "SYNTHETIC | call +44 20 7946 0958 now | call +00 00 0000 0000 now",
                "SYNTHETIC | DE89 3704 0044 0532 0130 00 | XX00 0000 0000 0000 0000 00"
            })
    void writesEachStyle(RedactionStyle style, String before, String after) {
        String redacted = String.valueOf(redact(before, style));

        assertThat(redacted.replaceAll("[g-v]{16}", "????????????????")).isEqualTo(after);
    }

    @Test
    void theKindDecidesThenTheClassThenTheStandard() {
        RedactionPolicy policy = new RedactionPolicy(
                RedactionStyle.LABEL,
                Map.of(DataClass.PII, RedactionStyle.TOKEN),
                Map.of(ValueKind.CARD, RedactionStyle.MASK));

        Payload payload = reader.readBody("card 4539 1488 0343 6467, ssn 536-22-8417, INTERNAL USE ONLY");
        assertThat(detector.detect(payload))
                .extracting(policy::style)
                .containsExactly(RedactionStyle.MASK, RedactionStyle.TOKEN, RedactionStyle.LABEL);
    }

    @Test
    void oneValueIsOneTokenOfItsTenantHoweverItIsSpelled() {
        String dashes = String.valueOf(redact("ssn 536-22-8417", RedactionStyle.TOKEN));

        assertThat(redact("ssn 536 22 8417", RedactionStyle.TOKEN)).isEqualTo(dashes);
        assertThat(redact("ssn 536-22-8418", RedactionStyle.TOKEN)).isNotEqualTo(dashes);
        RedactionKey other = RedactionKey.derive(MASTER, "globex");
        assertThat(redact("ssn 536-22-8417", RedactionStyle.TOKEN, other)).isNotEqualTo(dashes);
    }

    @Test
    void opensOnlyWhatWasSealedWithTheSameKeyForTheSameRule() {
        String sealed = String.valueOf(redact("ssn 536-22-8417!", RedactionStyle.SEALED));

        assertThat(sealed).startsWith("ssn [SEALED:us-ssn:").doesNotContain("8417");
        assertThat(detokenizer(KEY).restore(sealed)).isEqualTo("ssn 536-22-8417!");
        assertThat(detokenizer(RedactionKey.derive(MASTER, "globex")).restore(sealed))
                .isEqualTo(sealed);
        assertThat(detokenizer(KEY).restore(sealed.replace("us-ssn", "us-npi")))
                .isEqualTo(sealed.replace("us-ssn", "us-npi"));
        String changed = sealed.substring(0, sealed.length() - 4) + "gg]!";
        assertThat(detokenizer(KEY).restore(changed)).isEqualTo(changed);
    }

    @ParameterizedTest
    @CsvSource({"[SEALED:", "[SEALED:]", "[SEALED::]", "[SEALED:a:]", "[SEALED:a:xyz]", "[SEALED:[SEALED:a:gh]"})
    void leavesWhatIsNoToken(String text) {
        assertThat(detokenizer(KEY).restore(text)).isEqualTo(text);
    }

    @Test
    void restoresWhatWasSealedToTheLastCharacter() {
        Property.runs(400).check(wrapped(), text -> {
            Object sealed = redact(List.of(text), RedactionStyle.SEALED);
            assertThat(detokenizer(KEY).restore(sealed, BodyFormat.TREE)).isEqualTo(List.of(text));
        });
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsDetectedAfterRedactionInAnyStyle(RedactionStyle style) {
        Property.runs(200).check(wrapped(), text -> {
            Payload payload = reader.readBody(text);
            Redactor redactor = new Redactor(ReadingLimits.DEFAULT, writer(style, KEY));
            Object sanitized = new Sanitizer(reader, detector, redactor)
                    .sanitize(text, payload, detector.detect(payload), Set.of());
            assertThat(detector.detect(reader.readBody(sanitized)))
                    .as("in %s", sanitized)
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aStyleHidesTheValue(RedactionStyle style) {
        assertThat(String.valueOf(redact("ssn 536-22-8417", style))).doesNotContain("536-22");
    }

    @Test
    void refusesAKeyThatIsTooShort() {
        assertThatThrownBy(() -> RedactionKey.derive(new byte[15], "acme"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the redaction key has 15 bytes, at least 16 needed: give a longer one");
        assertThat(KEY.toString()).matches(".*RedactionKey@\\w+");
    }

    private static Gen<String> wrapped() {
        return choices -> {
            String text = Samples.prose().from(choices);
            int wrappings = choices.below(3);
            for (int i = 0; i < wrappings; i++) {
                text = choices.oneOf(Wrapping.all()).wrap(text);
            }
            return text;
        };
    }

    private static Detokenizer detokenizer(RedactionKey key) {
        return new Detokenizer(key, ReadingLimits.DEFAULT);
    }

    private static ValueWriter writer(RedactionStyle style, RedactionKey key) {
        return StyledWriter.of(RedactionPolicy.of(style), key);
    }

    private @Nullable Object redact(Object body, RedactionStyle style) {
        return redact(body, style, KEY);
    }

    private @Nullable Object redact(Object body, RedactionStyle style, RedactionKey key) {
        Payload payload = reader.readBody(body);
        List<Detection> detections = detector.detect(payload);
        return new Redactor(ReadingLimits.DEFAULT, writer(style, key)).redact(body, payload, detections);
    }
}
