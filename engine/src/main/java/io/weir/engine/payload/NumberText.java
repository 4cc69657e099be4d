package io.weir.engine.payload;

import java.math.BigDecimal;

/** The JSON text of a number, with the exponent written out where that stays short. */
final class NumberText {

    // 1e1000000000 is eleven bytes of JSON and a gigabyte written out.
    private static final int PLAIN_DIGITS_MAX = 64;

    private NumberText() {}

    /** So {@code 4.111111111111111E15} reads as the card number that it is. */
    static String of(Number number) {
        if (number instanceof BigDecimal decimal) {
            return plain(decimal);
        }
        String text = number.toString();
        return isFraction(number) && text.indexOf('E') >= 0 ? plain(new BigDecimal(text)) : text;
    }

    private static boolean isFraction(Number number) {
        return (number instanceof Double d && Double.isFinite(d)) || (number instanceof Float f && Float.isFinite(f));
    }

    private static String plain(BigDecimal decimal) {
        long integerDigits = (long) decimal.precision() - decimal.scale();
        boolean brief = Math.abs(integerDigits) <= PLAIN_DIGITS_MAX && decimal.scale() <= PLAIN_DIGITS_MAX;
        return brief ? decimal.toPlainString() : decimal.toString();
    }
}
