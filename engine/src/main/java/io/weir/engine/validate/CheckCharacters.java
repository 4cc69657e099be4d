package io.weir.engine.validate;

/** Check characters that need more than a weighted sum of digits. */
final class CheckCharacters {

    private static final int[] SEVEN_THREE_ONE = {7, 3, 1};

    private CheckCharacters() {}

    /** ISO/IEC 7064, hybrid system mod 11,10: one check digit. */
    static final Check ISO_7064_MOD_11_10 = compact -> {
        if (!Compact.isDigits(compact)) {
            return false;
        }
        int product = 10;
        for (int i = 0; i < compact.length() - 1; i++) {
            int sum = (product + compact.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10 == compact.charAt(compact.length() - 1) - '0';
    };

    /** ISO/IEC 7064, pure system mod 11-2: one check character, 0 to 9 or X. */
    static final Check ISO_7064_MOD_11_2 = compact -> {
        if (compact.length() < 2 || !Compact.isDigits(compact.substring(0, compact.length() - 1))) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < compact.length() - 1; i++) {
            sum = (sum + compact.charAt(i) - '0') * 2 % 11;
        }
        char check = compact.charAt(compact.length() - 1);
        return (sum + (check == 'X' ? 10 : Compact.value(check))) % 11 == 1;
    };

    /** Weights 7, 3, 1 over characters, letters counting from 10, modulo 10: ICAO Doc 9303, part 3, section 4.9. */
    static final Check SEVEN_THREE_ONE_LAST = compact -> {
        int body = compact.length() - 1;
        if (body < 1 || !Ascii.isDigit(compact.charAt(body))) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < body; i++) {
            sum += Compact.value(compact.charAt(i)) * SEVEN_THREE_ONE[i % 3];
        }
        return sum % 10 == compact.charAt(body) - '0';
    };

    /** The Luhn scheme with 36 characters (India, GSTIN). */
    static final Check LUHN_36 = compact -> {
        int body = compact.length() - 1;
        int sum = 0;
        for (int i = 0; i < body; i++) {
            int weighted = Compact.value(compact.charAt(i)) * (i % 2 + 1);
            sum += weighted / 36 + weighted % 36;
        }
        return body > 0 && (36 - sum % 36) % 36 == Compact.value(compact.charAt(body));
    };

    /**
     * The digits modulo the number of letters choose the check letter behind them.
     *
     * @param letters by remainder
     */
    static Check letterOfNumber(String letters) {
        return compact -> {
            int body = compact.length() - 1;
            if (body < 1 || body > 9 || !Compact.isDigits(compact.substring(0, body))) {
                return false;
            }
            int number = Integer.parseInt(compact.substring(0, body));
            return letters.charAt(number % letters.length()) == compact.charAt(body);
        };
    }

    /**
     * The weighted sum of the digits, plus an offset, modulo 11 chooses the check letter behind them.
     *
     * @param letters eleven, by remainder
     */
    static Check letterOfSum(String letters, int offset, int... weights) {
        return compact -> compact.length() == weights.length + 1
                && Compact.isDigits(compact.substring(0, weights.length))
                && letters.charAt((CheckDigits.sum(compact, weights, weights.length) + offset) % letters.length())
                        == compact.charAt(weights.length);
    }

    /**
     * Characters weighted by the value they have in an alphabet; the sum is a multiple of the modulus.
     *
     * @param alphabet characters by value; what does not stand in it fails
     */
    static Check alphabetSum(String alphabet, int modulus, int... weights) {
        return compact -> {
            int sum = 0;
            for (int i = 0; i < weights.length && i < compact.length(); i++) {
                int value = alphabet.indexOf(compact.charAt(i));
                if (value < 0) {
                    return false;
                }
                sum += value * weights[i];
            }
            return compact.length() == weights.length && sum % modulus == 0;
        };
    }
}
