package io.weir.engine.validate;

import static io.weir.engine.validate.CheckDigits.LUHN;
import static io.weir.engine.validate.CheckDigits.VARIED;
import static io.weir.engine.validate.CheckDigits.weighted;
import static java.util.Map.entry;

import java.util.Map;

/** Numbers of Australia, New Zealand and Africa, by the name of their validator. */
final class SouthernNumbers {

    private static final int[] ABN = {10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19};
    private static final int[] IRD_FIRST = {3, 2, 7, 6, 5, 4, 3, 2};
    private static final int[] IRD_SECOND = {7, 4, 3, 2, 5, 2, 7, 6};

    // New Zealand's health index knows no I and no O.
    private static final String NHI_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ";

    static final Map<String, Check> CHECKS = Map.ofEntries(
            entry("au-abn", SouthernNumbers::isBusiness),
            entry("au-acn", weighted(10, 8, 7, 6, 5, 4, 3, 2, 1, 1).and(VARIED)),
            entry(
                    "au-medicare",
                    weighted(10, 1, 3, 7, 9, 1, 3, 7, 9, -1).onFirst(9).and(SouthernNumbers::isMedicareCard)),
            entry("au-tfn", weighted(11, 1, 4, 3, 7, 5, 8, 6, 9, 10).and(VARIED)),
            entry("ng-nin", compact -> Compact.isDigits(compact, 11) && Verhoeff.holds(compact)),
            entry("nz-ird", SouthernNumbers::isTaxpayer),
            entry("nz-nhi", SouthernNumbers::isPatient),
            entry("za-id", LUHN.and(DateInNumber.yearFirst(0)).and(VARIED)));

    private SouthernNumbers() {}

    /** One less than the first digit goes into the sum (Australian Business Register). */
    private static boolean isBusiness(String compact) {
        return Compact.isDigits(compact, 11)
                && compact.charAt(0) != '0'
                && (CheckDigits.sum(compact, ABN, 11) - ABN[0]) % 89 == 0;
    }

    private static boolean isMedicareCard(String compact) {
        return Compact.isDigits(compact)
                && compact.length() >= 10
                && compact.length() <= 11
                && compact.charAt(0) >= '2'
                && compact.charAt(0) <= '6';
    }

    /** A second series of weights counts where the first one leaves 10 (Inland Revenue). */
    private static boolean isTaxpayer(String compact) {
        String nine = compact.length() == 8 ? "0" + compact : compact;
        if (!Compact.isDigits(nine, 9) || !VARIED.holds(compact)) {
            return false;
        }
        int first = complement(nine, IRD_FIRST);
        int check = first == 10 ? complement(nine, IRD_SECOND) : first;
        return check == nine.charAt(8) - '0';
    }

    private static int complement(String nine, int[] weights) {
        int remainder = CheckDigits.sum(nine, weights, 8) % 11;
        return remainder == 0 ? 0 : 11 - remainder;
    }

    /** Three letters, three digits and a check digit, or two digits, a letter and a check letter (HISO 10046:2022). */
    private static boolean isPatient(String compact) {
        if (compact.length() != 7) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 6; i++) {
            int value = nhiValue(compact.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += value * (7 - i);
        }
        char check = compact.charAt(6);
        if (Ascii.isDigit(check)) {
            return sum % 11 != 0 && (11 - sum % 11) % 10 == check - '0';
        }
        return NHI_ALPHABET.indexOf(check) == 23 - sum % 24;
    }

    private static int nhiValue(char c) {
        return Ascii.isDigit(c) ? c - '0' : NHI_ALPHABET.indexOf(c) + (NHI_ALPHABET.indexOf(c) < 0 ? 0 : 1);
    }
}
