package io.weir.engine.validate;

/**
 * Payment card numbers: issuer range, length for that issuer, grouping and Luhn check digit (ISO/IEC 7812-1, annex B).
 */
final class CardNumber {

    /**
     * Numbers of one scheme.
     *
     * @param first lowest four leading digits
     * @param last highest four leading digits
     * @param minDigits shortest number
     * @param maxDigits longest number
     */
    private record Range(int first, int last, int minDigits, int maxDigits) {

        boolean covers(int prefix, int digits) {
            return first <= prefix && prefix <= last && minDigits <= digits && digits <= maxDigits;
        }
    }

    // Published ranges of the card schemes. Nineteen-digit numbers exist for Visa, Discover, JCB and UnionPay.
    private static final Range[] RANGES = {
        new Range(4000, 4999, 16, 16), // Visa
        new Range(4000, 4999, 13, 13),
        new Range(4000, 4999, 19, 19),
        new Range(5100, 5599, 16, 16), // Mastercard
        new Range(2221, 2720, 16, 16),
        new Range(3400, 3499, 15, 15), // American Express
        new Range(3700, 3799, 15, 15),
        new Range(3000, 3059, 14, 19), // Diners Club
        new Range(3095, 3095, 14, 19),
        new Range(3600, 3699, 14, 19),
        new Range(3800, 3999, 14, 19),
        new Range(6011, 6011, 16, 19), // Discover
        new Range(6440, 6599, 16, 19),
        new Range(3528, 3589, 16, 19), // JCB
        new Range(2131, 2131, 15, 15), // JCB, before 2006
        new Range(1800, 1800, 15, 15),
        new Range(6200, 6299, 16, 19), // UnionPay
        new Range(2200, 2204, 16, 19), // Mir
        new Range(5018, 5018, 16, 19), // Maestro
        new Range(5020, 5020, 16, 19),
        new Range(5038, 5038, 16, 19),
        new Range(5893, 5893, 16, 19),
        new Range(6304, 6304, 16, 19),
        new Range(6759, 6763, 16, 19)
    };

    private CardNumber() {}

    /** Whether this is a card number, its digits bare or in groups. */
    static boolean isValid(CharSequence text) {
        String digits = Digits.of(text);
        return digits.length() >= 13 && digits.length() <= 19 && hasFormOfCard(text, digits) && isIssued(digits);
    }

    /** Whether this may be a card number of an issuer that is not in the table. */
    static boolean isValidForAnyIssuer(CharSequence text) {
        String digits = Digits.of(text);
        return digits.length() >= 12 && digits.length() <= 19 && hasFormOfCard(text, digits);
    }

    private static boolean hasFormOfCard(CharSequence text, String digits) {
        return Luhn.holds(digits) && isGrouped(text) && Digits.distinct(digits) > 1;
    }

    private static boolean isIssued(String digits) {
        int prefix = Integer.parseInt(digits.substring(0, 4));
        for (Range range : RANGES) {
            if (range.covers(prefix, digits.length())) {
                return true;
            }
        }
        return false;
    }

    /** No separators, or one kind of separator between groups of 3 to 7 digits, the first of 4. */
    private static boolean isGrouped(CharSequence text) {
        int group = 0;
        char separator = 0;
        boolean first = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Ascii.isDigit(c)) {
                group++;
                continue;
            }
            boolean sameSeparator = separator == 0 || separator == c;
            boolean fits = first ? group == 4 : group >= 3 && group <= 7;
            if (!sameSeparator || !fits) {
                return false;
            }
            separator = c;
            first = false;
            group = 0;
        }
        return first || group >= 2;
    }
}
