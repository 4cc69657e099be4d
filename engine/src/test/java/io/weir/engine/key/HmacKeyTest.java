package io.weir.engine.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class HmacKeyTest {

    /** RFC 4231, test case 2. */
    @Test
    void signsAsTheStandardSays() {
        HmacKey key = HmacKey.of("Jefe".getBytes(StandardCharsets.US_ASCII));

        assertThat(HexFormat.of().formatHex(key.sign("what do ya want for nothing?")))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void derivesAKeyOfItsOwnForEachPurpose() {
        HmacKey key = HmacKey.of(new byte[32]);

        assertThat(key.derive("a").sign("text")).isEqualTo(key.derive("a").sign("text"));
        assertThat(key.derive("a").sign("text")).isNotEqualTo(key.derive("b").sign("text"));
    }

    @Test
    void refusesAShortMasterKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HmacKey.master("the master key", new byte[15]))
                .withMessage("the master key has 15 bytes, at least 16 needed");
    }
}
