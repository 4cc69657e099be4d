package io.weir.engine.redact;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What stands in the place of a number: a one followed by zeros, of the same sign, the same count of digits before the
 * point and the same Java type; a fraction becomes zero. It fits wherever the number fitted, and cannot pass a weighted
 * check (Luhn, modulo 11, modulo 97 ...): the one digit that is not zero stands first, where every such scheme has a
 * weight that is no multiple of the modulus. It keeps nothing but the length.
 */
final class MaskedNumber {

    private MaskedNumber() {}

    static Number of(Number number) {
        if (number instanceof Integer value) {
            return mask(BigInteger.valueOf(value)).intValue();
        }
        if (number instanceof Long value) {
            return mask(BigInteger.valueOf(value)).longValue();
        }
        if (number instanceof Short value) {
            return mask(BigInteger.valueOf(value)).shortValue();
        }
        if (number instanceof Byte value) {
            return mask(BigInteger.valueOf(value)).byteValue();
        }
        if (number instanceof BigInteger value) {
            return mask(value);
        }
        if (number instanceof BigDecimal value) {
            return mask(value);
        }
        return maskFloat(number);
    }

    private static BigInteger mask(BigInteger value) {
        int digits = value.abs().toString().length();
        BigInteger power = BigInteger.TEN.pow(digits - 1);
        return value.signum() < 0 ? power.negate() : power;
    }

    private static BigDecimal mask(BigDecimal value) {
        int magnitude = value.precision() - value.scale() - 1;
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(Math.max(0, magnitude));
        return value.signum() < 0 ? power.negate() : power;
    }

    private static Number maskFloat(Number number) {
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return number;
        }
        double masked = mask(BigDecimal.valueOf(value)).doubleValue();
        return number instanceof Float ? (Number) (float) masked : (Number) masked;
    }
}
