package io.weir.engine.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.schemas.word.DestinationKind;
import io.weir.testkit.property.Choices;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import io.weir.testkit.property.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationLabelTest {

    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String HEX = "0123456789abcdef";
    private static final List<String> ENDS = List.of("far.test", "de", "cafe.be");

    @ParameterizedTest
    @CsvSource({
        "HOST, api.far.test, api.far.test",
        "HOST, api.far.test:8443, api.far.test:8443",
        "HOST, 192.0.2.17:9092, 192.0.2.17:9092",
        "HOST, [2001:db8::7]:443, [2001:db8::7]:443",
        "HOST, 73656372657474.de, ***.de",
        "HOST, AKIAQ4TR2XW7MLPDVSNB.far.test, ***.far.test",
        "EMAIL, bob@far.test, b***@far.test",
        "ACCOUNT, GB33BUKB20201555555555, ***5555",
        "ACCOUNT, 123456, ***456",
        "CHANNEL, general, general",
        "USER, q2XvLd9TzWn4BcY8, q***"
    })
    void isReadableAndMasked(DestinationKind kind, String text, String label) {
        assertThat(DestinationLabel.of(kind, text)).isEqualTo(label);
    }

    @Test
    void aTokenHiddenInADestinationIsNotInItsLabel() {
        Gen<String> tokens = DestinationLabelTest::token;
        Property.runs(500).check(tokens, token -> {
            for (String end : ENDS) {
                assertThat(DestinationLabel.of(DestinationKind.HOST, token + "." + end))
                        .doesNotContain(token);
                assertThat(DestinationLabel.of(DestinationKind.URL, "x." + token + "." + end + ":443"))
                        .doesNotContain(token);
                assertThat(DestinationLabel.of(DestinationKind.EMAIL, token + "@" + end))
                        .doesNotContain(token);
                assertThat(DestinationLabel.of(DestinationKind.EMAIL, "bob@" + token + "." + end))
                        .doesNotContain(token);
            }
            assertThat(DestinationLabel.of(DestinationKind.ACCOUNT, token)).doesNotContain(token);
            assertThat(DestinationLabel.of(DestinationKind.USER, token)).doesNotContain(token);
            assertThat(DestinationLabel.of(DestinationKind.CHANNEL, token)).doesNotContain(token);
        });
    }

    @Test
    void everyLabelHasAJsonForm() {
        Property.runs(500).check(Texts.utf16().where(text -> !text.isEmpty()), text -> {
            for (DestinationKind kind : DestinationKind.values()) {
                String label = DestinationLabel.of(kind, text + "@" + text);
                assertThat(label.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE))
                        .isTrue();
            }
        });
    }

    /** Capitals and digits as in key ids, or hex; 16 and more, with a digit. */
    private static String token(Choices choices) {
        String alphabet = choices.coin() ? CAPITALS : HEX;
        Gen<String> sign = inner -> String.valueOf(alphabet.charAt(inner.below(alphabet.length())));
        int half = choices.between(8, 14);
        return String.join("", Generators.lists(sign, half, half).from(choices))
                + choices.between(2, 7)
                + String.join("", Generators.lists(sign, half, half).from(choices));
    }
}
