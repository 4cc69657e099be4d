package io.weir.engine.validate;

/** The check digit over the dihedral group of order ten: J. Verhoeff, Error Detecting Decimal Codes, 1969. */
final class Verhoeff {

    // The product of a and b in the group; the row of a.
    private static final String[] PRODUCT = {
        "0123456789",
        "1234067895",
        "2340178956",
        "3401289567",
        "4012395678",
        "5987604321",
        "6598710432",
        "7659821043",
        "8765932104",
        "9876543210"
    };

    // The permutation of a digit by its place, counted from the right, modulo 8.
    private static final String[] PERMUTATION = {
        "0123456789", "1576283094", "5803796142", "8916043527", "9453126870", "4286573901", "2793806415", "7046913258"
    };

    private Verhoeff() {}

    static boolean holds(String digits) {
        if (!Compact.isDigits(digits)) {
            return false;
        }
        int check = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            check = PRODUCT[check].charAt(PERMUTATION[i % 8].charAt(digit) - '0') - '0';
        }
        return check == 0;
    }
}
