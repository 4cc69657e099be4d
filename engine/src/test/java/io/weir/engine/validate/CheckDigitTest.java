package io.weir.engine.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.testkit.property.Generators;
import io.weir.testkit.property.Property;
import java.util.Locale;
import java.util.Random;
import org.iban4j.CountryCode;
import org.iban4j.Iban;
import org.iban4j.IbanUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111", "4111 1111 1111 1111", "4539-1488-0343-6467", "371449635398431",
                        "3714 496353 98431",
                "5555555555554444", "2223003122003222", "6011111111111117", "30569309025904", "3530111333300000",
                "6200000000000005", "4222222222222"
            })
    void acceptsCardNumbers(String number) {
        assertThat(CardNumber.isValid(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111112",
                "0000000000000000",
                "1111111111111117",
                "4111 1111-1111 1111",
                "41 11 1111 1111 1111",
                "411111111111111",
                "9111111111111111",
                "8888888888888888"
            })
    void refusesOtherNumbers(String number) {
        assertThat(CardNumber.isValid(number)).isFalse();
    }

    @Test
    void everyChangeOfOneDigitBreaksTheLuhnCheck() {
        Property.forAll(Generators.ints(0, 15), place -> {
            StringBuilder number = new StringBuilder("4539148803436467");
            number.setCharAt(place, (char) ('0' + (number.charAt(place) - '0' + 1) % 10));
            assertThat(Luhn.holds(number)).isFalse();
        });
    }

    @Test
    void agreesWithIban4jOnLengths() {
        IbanNumber.lengths().forEach((country, length) -> {
            CountryCode code = CountryCode.getByCode(country);
            if (IbanUtil.isSupportedCountry(code)) {
                assertThat(length).as(country).isEqualTo(IbanUtil.getIbanLength(code));
            }
        });
    }

    @Test
    void agreesWithIban4jOnRandomIbans() {
        Property.forAll(Generators.longs(), seed -> {
            String iban = Iban.random(new Random(seed)).toString();
            assertThat(IbanNumber.accept(iban)).isEqualTo(iban.length());
            assertThat(IbanNumber.accept(iban.toLowerCase(Locale.ROOT))).isEqualTo(iban.length());
            assertThat(IbanNumber.accept(swapCheckDigits(iban))).isZero();
        });
    }

    private static String swapCheckDigits(String iban) {
        int check = Integer.parseInt(iban.substring(2, 4));
        return iban.substring(0, 2) + String.format(Locale.ROOT, "%02d", (check + 1) % 97) + iban.substring(4);
    }
}
