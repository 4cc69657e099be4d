package io.weir.engine.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionPolicyTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "all=token", "secrets=label,card=mask", "all=mask,pii=token,phi=sealed,email=synthetic"})
    void writesWhatItReads(String text) {
        assertThat(RedactionPolicyText.write(RedactionPolicyText.parse(text))).isEqualTo(text);
    }

    @Test
    void writesTheStandard() {
        assertThat(RedactionPolicyText.write(RedactionPolicy.DEFAULT)).isEqualTo("card=mask,iban=mask");
        assertThat(RedactionPolicyText.parse(" IBAN = mask , card=MASK,")).isEqualTo(RedactionPolicy.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "card=hide | expected after the equals sign label, mask, token, synthetic, sealed",
                "card | expected after the equals sign label, mask, token, synthetic, sealed",
                "=mask | expected before the equals sign all, internal, pii, phi, secrets or secret, card, iban",
                "cards=mask | expected before the equals sign all, internal, pii, phi, secrets or secret, card, iban"
            })
    void saysWhatIsWrong(String text, String message) {
        assertThatThrownBy(() -> RedactionPolicyText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }
}
