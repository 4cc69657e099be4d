package io.weir.engine.validate;

/** The check digit of payment cards and many other numbers (ISO/IEC 7812-1, annex B). */
public final class Luhn {

    private Luhn() {}

    /** Whether the last digit is the check digit of the others. */
    public static boolean holds(CharSequence digits) {
        return sum(digits, 0) % 10 == 0;
    }

    /** The check digit to put behind digits. */
    public static char digitBehind(CharSequence digits) {
        return (char) ('0' + (10 - sum(digits, 1) % 10) % 10);
    }

    /** The sum of the digits, where every second one counts double; {@code places} are still to come behind them. */
    private static int sum(CharSequence digits, int places) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = (i + places) % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
