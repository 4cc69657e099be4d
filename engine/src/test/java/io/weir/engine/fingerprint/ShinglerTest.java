package io.weir.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.property.Property;
import io.weir.testkit.property.Texts;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShinglerTest {

    private static final BigInteger PRIME = BigInteger.TWO.pow(61).subtract(BigInteger.ONE);
    private static final int LENGTH = 12;

    private final FingerprintKey key =
            FingerprintKey.derive("sixteen bytes or more".getBytes(StandardCharsets.US_ASCII), "acme", 1);
    private final Shingler shingler = new Shingler(key, LENGTH);

    @Test
    void rollsToTheHashThatASingleShingleHas() {
        Property.runs(400).check(Texts.unicode(), text -> {
            NormalizedText normalized = NormalizedText.of(text);
            long[] direct = IntStream.range(0, Math.max(0, normalized.length() - LENGTH + 1))
                    .mapToLong(start -> key.mix(product(normalized, start)))
                    .toArray();
            assertThat(shingler.hashes(normalized)).isEqualTo(direct);
        });
    }

    @Test
    void givesNothingForATextShorterThanAShingle() {
        assertThat(shingler.hashes(NormalizedText.of("elevenchars"))).isEmpty();
        assertThat(shingler.hashes(NormalizedText.of("eleven chars"))).isEmpty();
        assertThat(shingler.hashes(NormalizedText.of("twelve letters"))).hasSize(2);
    }

    @Test
    void tellsShortTextsApartByLengthToo() {
        assertThat(shingler.hash("")).isNotEqualTo(shingler.hash("\u0000"));
        assertThat(shingler.hash("ab")).isNotEqualTo(shingler.hash("ba"));
        assertThat(shingler.hash("ab")).isEqualTo(shingler.hash(new StringBuilder("ab")));
    }

    @Test
    void aTextWrittenBackwardsHasTheSameHashesBackwards() {
        Property.forAll(Texts.unicode(), text -> {
            NormalizedText normalized = NormalizedText.of(text);
            StringBuilder letters = new StringBuilder();
            for (int i = 0; i < normalized.length(); i++) {
                letters.append(normalized.at(i));
            }
            long[] forward = shingler.hashes(NormalizedText.of(letters.toString()));
            long[] backward =
                    shingler.hashes(NormalizedText.of(letters.reverse().toString()));
            assertThat(IntStream.range(0, backward.length).mapToLong(i -> backward[backward.length - 1 - i]))
                    .containsExactlyElementsOf(LongStream.of(forward).boxed().toList());
        });
    }

    private long product(NormalizedText text, int start) {
        return polynomial(text, start, 1)
                .multiply(polynomial(text, start + LENGTH - 1, -1))
                .mod(PRIME)
                .longValueExact();
    }

    private BigInteger polynomial(NormalizedText text, int start, int step) {
        BigInteger base = BigInteger.valueOf(key.base() & Long.MAX_VALUE).mod(PRIME);
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < LENGTH; i++) {
            sum = sum.multiply(base)
                    .add(BigInteger.valueOf(text.at(start + i * step) + 1L))
                    .mod(PRIME);
        }
        return sum;
    }
}
