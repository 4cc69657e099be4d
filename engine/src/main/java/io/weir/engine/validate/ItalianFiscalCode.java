package io.weir.engine.validate;

/** Italian fiscal codes: sixteen characters, the last a check letter (D.M. 23 December 1976, annex). */
final class ItalianFiscalCode {

    // What a character counts in the first, third ... place; digits count like the first ten letters.
    private static final int[] ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private ItalianFiscalCode() {}

    static boolean holds(String compact) {
        if (compact.length() != 16 || !Ascii.isLetter(compact.charAt(15))) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = compact.charAt(i);
            int value = Ascii.isDigit(c) ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? ODD[value] : value;
        }
        return sum % 26 == compact.charAt(15) - 'A';
    }
}
