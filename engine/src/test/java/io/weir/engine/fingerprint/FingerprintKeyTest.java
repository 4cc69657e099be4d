package io.weir.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.schemas.word.ValueKind;
import io.weir.testkit.property.Property;
import io.weir.testkit.property.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FingerprintKeyTest {

    private static final byte[] MASTER = "sixteen bytes or more".getBytes(StandardCharsets.US_ASCII);

    @Test
    void sameTextOfTwoTenantsSharesNoPrintAndNoValue() {
        FingerprintKeys keys = new FingerprintKeys(MASTER);
        Property.forAll(Texts.words(30), text -> {
            assertThat(hashes(keys.of("acme"), text)).doesNotContainAnyElementsOf(hashes(keys.of("zenith"), text));
            assertThat(keys.of("acme").hash(ValueKind.WORD, text))
                    .isNotEqualTo(keys.of("zenith").hash(ValueKind.WORD, text));
        });
    }

    @Test
    void sameKeyGivesTheSamePrintsInEveryProcess() {
        String text = "a text that two processes fingerprint by themselves";

        assertThat(hashes(new FingerprintKeys(MASTER).of("acme"), text))
                .isNotEmpty()
                .isEqualTo(hashes(new FingerprintKeys(MASTER.clone()).of("acme"), text));
    }

    @Test
    void anotherMasterKeyOrEpochGivesOtherHashes() {
        byte[] other = "sixteen bytes or less".getBytes(StandardCharsets.US_ASCII);
        long hash = FingerprintKey.derive(MASTER, "acme", 1).mix(1);

        assertThat(FingerprintKey.derive(other, "acme", 1).mix(1)).isNotEqualTo(hash);
        assertThat(FingerprintKey.derive(MASTER, "acme", 2).mix(1)).isNotEqualTo(hash);
    }

    @Test
    void doesNotPrint() {
        FingerprintKey key = FingerprintKey.derive(MASTER, "acme", 3);

        assertThat(key).hasToString("FingerprintKey[epoch=3]");
    }

    @Test
    void refusesAShortMasterKeyWithoutShowingIt() {
        byte[] tooShort = "fifteen bytes..".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> new FingerprintKeys(tooShort))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the fingerprint key has 15 bytes, at least 16 needed");
    }

    private static Set<Long> hashes(Fingerprinter fingerprinter, String text) {
        String packed =
                fingerprinter.ofResponse(Sketches.payload(text), List.of()).prints();
        return PrintCodec.decode(packed).stream().map(Print::hash).collect(Collectors.toSet());
    }
}
