package io.weir.engine.validate;

/** Numbers of German social insurance. */
final class GermanNumbers {

    private static final int[] INSURED = {1, 2, 1, 2, 1, 2, 1, 2, 1, 2};
    private static final int[] PENSION = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
    private static final int[] PHYSICIAN_WEIGHTS = {4, 9, 4, 9, 4, 9};

    /** Health insurance number: a letter, eight digits, a check digit (SGB V, section 290). */
    static final Check HEALTH_INSURANCE = compact -> compact.length() == 10
            && Ascii.isLetter(compact.charAt(0))
            && Compact.isDigits(compact.substring(1))
            && crossSum(spelledOut(compact, 0), INSURED) % 10 == compact.charAt(9) - '0';

    /** Pension insurance number: area, date of birth, letter, serial, check digit (VKVV, section 2). */
    static final Check SOCIAL_SECURITY = compact -> compact.length() == 12
            && Ascii.isLetter(compact.charAt(8))
            && Compact.isDigits(compact.substring(0, 8))
            && Compact.isDigits(compact.substring(9))
            && hasInsuredDate(compact)
            && crossSum(spelledOut(compact, 8), PENSION) % 10 == compact.charAt(11) - '0';

    /** Physician number: six digits, a check digit, two digits for the field (KBV, LANR). */
    static final Check PHYSICIAN = compact -> Compact.isDigits(compact, 9)
            && (10 - CheckDigits.sum(compact, PHYSICIAN_WEIGHTS, 6) % 10) % 10 == compact.charAt(6) - '0'
            && !compact.startsWith("000000");

    private GermanNumbers() {}

    /** The letter at a place as two digits, A for 01; without the check digit at the end. */
    private static String spelledOut(String compact, int at) {
        int value = compact.charAt(at) - 'A' + 1;
        String letter = (value < 10 ? "0" : "") + value;
        return compact.substring(0, at) + letter + compact.substring(at + 1, compact.length() - 1);
    }

    private static int crossSum(String digits, int[] weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            int weighted = (digits.charAt(i) - '0') * weights[i];
            sum += weighted / 10 + weighted % 10;
        }
        return sum;
    }

    // Where a number was given twice, the day counts from 32.
    private static boolean hasInsuredDate(String compact) {
        int day = Compact.number(compact, 2, 4);
        int month = Compact.number(compact, 4, 6);
        int area = Compact.number(compact, 0, 2);
        return area >= 2 && day >= 1 && day <= 31 && month >= 1 && month <= 12;
    }
}
