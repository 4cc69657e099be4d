package io.weir.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.testkit.property.Choices;
import io.weir.testkit.property.Gen;
import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintCodecTest {

    @Test
    void unpacksWhatItPacked() {
        Property.runs(400)
                .check(
                        prints(),
                        prints -> assertThat(PrintCodec.decode(PrintCodec.encode(prints)))
                                .isEqualTo(prints));
    }

    @Test
    void packsAPrintOfNearbyTextInElevenBytes() {
        List<Print> prints = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            prints.add(new Print(i * 0x9e3779b97f4a7c15L, 0, i * 5, i * 5 + 14));
        }

        assertThat(Base64.getDecoder().decode(PrintCodec.encode(prints))).hasSize(300 * 11);
    }

    @Test
    void refusesDamagedTextWithAnIllegalArgumentAndNothingElse() {
        Gen<byte[]> damaged = choices -> damage(PrintCodec.encode(prints().from(choices)), choices);
        Property.runs(1_000).check(damaged, bytes -> {
            try {
                for (Print print : PrintCodec.decode(Base64.getEncoder().encodeToString(bytes))) {
                    assertThat(print.leaf()).isNotNegative();
                    assertThat(print.start()).isNotNegative();
                    assertThat(print.end()).isGreaterThanOrEqualTo(print.start());
                }
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageContaining("packed prints");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "A", "AAAA", "/////////////////////w", "AAD/////DwAAAAAAAAAA"})
    void refusesTextThatIsNoPacking(String text) {
        assertThatThrownBy(() -> PrintCodec.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void packsNothingAsNothing() {
        assertThat(PrintCodec.encode(List.of())).isEmpty();
        assertThat(PrintCodec.decode("")).isEmpty();
    }

    private static Gen<List<Print>> prints() {
        return choices -> {
            List<Print> prints = new ArrayList<>();
            int leaf = 0;
            int start = 0;
            for (int i = choices.below(choices.size() + 1); i > 0; i--) {
                int step = choices.below(4) == 3 ? choices.between(1, 100_000) : 0;
                leaf += step;
                start = (step == 0 ? start : 0) + choices.between(0, choices.coin() ? 2_000_000 : 12);
                prints.add(new Print(Generators.longs().from(choices), leaf, start, start + choices.between(0, 400)));
            }
            return Collections.unmodifiableList(prints);
        };
    }

    private static byte[] damage(String packed, Choices choices) {
        byte[] bytes = Base64.getDecoder().decode(packed);
        if (bytes.length == 0) {
            return new byte[] {(byte) choices.below(256)};
        }
        int at = choices.below(bytes.length);
        if (choices.coin()) {
            return Arrays.copyOf(bytes, at);
        }
        bytes[at] ^= (byte) choices.between(1, 255);
        return bytes;
    }
}
