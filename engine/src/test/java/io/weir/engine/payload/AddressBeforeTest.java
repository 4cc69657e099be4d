package io.weir.engine.payload;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressBeforeTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "https://weir.test/a, 12, true",
                "https://weir.test/a, 8, true",
                "https://weir.test/a, 7, false",
                "https://weir.test/a b, 20, false",
                "https://weir.test/a\"b, 20, false",
                "a b ://c, 7, true",
                "http://x:, 9, true",
                "weir.test/a, 5, false"
            })
    void coversWhatStandsBehindTheSignOfAnAddress(String text, int place, boolean covered) {
        assertThat(new AddressBefore(text).covers(place)).isEqualTo(covered);
    }

    @Test
    void looksBackABoundedNumberOfUnits() {
        String text = "x://" + "a".repeat(2_000);

        assertThat(new AddressBefore(text).covers(513)).isTrue();
        assertThat(new AddressBefore(text).covers(514)).isFalse();
    }

    @Test
    void coversTheSameInWhateverOrderItIsAsked() {
        Property.forAll(
                Generators.lists(choices -> choices.oneOf(List.of(":", "/", "://", " ", "\"", "ab"))), pieces -> {
                    String text = String.join("", pieces).repeat(40);
                    AddressBefore asked = new AddressBefore(text);
                    for (int i = 0; i < 60 && !text.isEmpty(); i++) {
                        int place = i * 37 % text.length();
                        assertThat(asked.covers(place)).isEqualTo(new AddressBefore(text).covers(place));
                    }
                });
    }
}
