package io.weir.engine.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MaskedNumberTest {

    static Stream<Arguments> numbers() {
        return Stream.of(
                Arguments.of(536228417, 100000000),
                Arguments.of(-7, -1),
                Arguments.of(Integer.MIN_VALUE, -1000000000),
                Arguments.of(4539148803436467L, 1000000000000000L),
                Arguments.of(Long.MIN_VALUE, -1000000000000000000L),
                Arguments.of((short) 12345, (short) 10000),
                Arguments.of((byte) 99, (byte) 10),
                Arguments.of(new BigInteger("98765432109876543210"), new BigInteger("10000000000000000000")),
                Arguments.of(new BigDecimal("453.25"), new BigDecimal("1E+2")),
                Arguments.of(new BigDecimal("0.0025"), new BigDecimal("1")),
                Arguments.of(4.539148803436467E15, 1.0E15),
                Arguments.of(12.5f, 10.0f));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void keepsTypeSignAndMagnitudeOnly(Number number, Number masked) {
        assertThat(MaskedNumber.of(number)).isEqualTo(masked).hasSameClassAs(number);
    }
}
