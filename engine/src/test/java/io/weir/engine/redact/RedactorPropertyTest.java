package io.weir.engine.redact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.engine.detect.Detector;
import io.weir.engine.detect.Samples;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.PayloadReader;
import io.weir.testkit.property.Choices;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.JsonTrees;
import io.weir.testkit.property.Property;
import io.weir.testkit.property.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedactorPropertyTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PayloadReader reader = PayloadReader.standard();
    private final Detector detector = Detector.standard();
    private final Redactor redactor = Redactor.standard();

    @Test
    void aRedactedBodyHoldsNothingToDetect() {
        Property.runs(400).check(bodies(), body -> {
            Payload after = reader.readBody(redact(body));
            assertThat(detector.detect(after)).as("in %s", after).isEmpty();
        });
    }

    @Test
    void leavesWithoutDetectionStayAsTheyAre() {
        Property.runs(400).check(bodies(), body -> {
            Payload before = reader.readBody(body);
            Set<String> touched = detector.detect(before).stream()
                    .map(detection -> before.leaves().get(detection.leaf()).address())
                    .collect(Collectors.toSet());
            Map<String, String> after = texts(reader.readBody(redact(body)));
            texts(before)
                    .forEach((address, text) -> assertThat(text.equals(after.get(address)))
                            .as(address)
                            .isEqualTo(!isTouched(address, touched)));
        });
    }

    // What was found in another reading of a text changes the text itself.
    private static boolean isTouched(String address, Set<String> touched) {
        return touched.stream()
                .anyMatch(other -> other.equals(address)
                        || (other.startsWith(address)
                                && other.substring(address.length()).matches("~(?!key|n[0-9]).*")));
    }

    // Other readings are left out: they follow the text that they are made from.
    private static Map<String, String> texts(Payload payload) {
        return payload.leaves().stream()
                .filter(leaf -> !leaf.isDerived() && !leaf.address().contains("~csv"))
                .collect(Collectors.toMap(Leaf::address, Leaf::text));
    }

    @Test
    void keepsTheShapeOfAnyTree() {
        Property.runs(400)
                .check(bodies(), body -> assertThat(shape(redact(body))).isEqualTo(shape(body)));
    }

    @Test
    void readsAndRedactsAnyTreeWithoutChangingWhatIsClean() {
        Property.runs(400).check(JsonTrees.objects(), body -> {
            Payload payload = reader.readBody(body);
            assertThat(payload.gaps()).isEmpty();
            assertThat(payload.leaves()).extracting(Leaf::address).doesNotHaveDuplicates();
            assertThat(redactor.redact(body, payload, List.of())).isSameAs(body);
        });
    }

    @Test
    void neverThrowsOnJumbledText() {
        Property.runs(400).check(Samples.jumble(), text -> {
            Object redacted = redact(List.of(text));
            assertThat(redacted).isInstanceOf(List.class);
        });
    }

    @Test
    void aMaskHasTheLengthOfTheTextAndNoneOfItsLetters() {
        Property.runs(400).check(Texts.utf16(), text -> {
            String mask = ShapeMask.of(text);
            assertThat(mask).hasSameSizeAs(text);
            assertThat(mask.codePoints().filter(Character::isLetterOrDigit)).allMatch(c -> c == 'x' || c == 'X');
        });
    }

    private @Nullable Object redact(@Nullable Object body) {
        Payload payload = reader.readBody(body);
        return redactor.redact(body, payload, detector.detect(payload));
    }

    /** Trees with sensitive values in texts, in names, in numbers and in JSON inside of strings. */
    private static Gen<Map<String, @Nullable Object>> bodies() {
        return choices -> {
            Map<String, @Nullable Object> body =
                    new LinkedHashMap<>(JsonTrees.objects().from(choices));
            int planted = choices.between(1, 4);
            for (int i = 0; i < planted; i++) {
                body.put(name(choices), planted(choices, 2));
            }
            return body;
        };
    }

    private static String name(Choices choices) {
        return choices.oneOf(List.of("note", "text", "card", "ssn", "password", "phone", "bob@weir.test", "items"));
    }

    private static Object planted(Choices choices, int depth) {
        return switch (choices.below(depth > 0 ? 5 : 3)) {
            case 0 -> Samples.prose().from(choices);
            case 1 -> choices.oneOf(List.of(4539148803436467L, 536228417, 2127365000L, 77));
            case 2 -> Samples.value().from(choices);
            case 3 ->
                Generators.lists((Gen<Object>) inner -> planted(inner, depth - 1), 0, 3)
                        .from(choices);
            default -> json(Map.of(name(choices), planted(choices, depth - 1)));
        };
    }

    private static String json(Object tree) {
        try {
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String shape(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.values().stream()
                    .map(RedactorPropertyTest::shape)
                    .toList()
                    .toString();
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(RedactorPropertyTest::shape).toList().toString();
        }
        return tree == null ? "null" : tree.getClass().getSimpleName();
    }
}
