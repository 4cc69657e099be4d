package io.weir.engine.validate;

import static io.weir.engine.validate.CheckCharacters.letterOfSum;
import static io.weir.engine.validate.CheckDigits.LUHN;
import static io.weir.engine.validate.CheckDigits.VARIED;
import static io.weir.engine.validate.CheckDigits.complement;
import static io.weir.engine.validate.CheckDigits.complementFrom;
import static io.weir.engine.validate.CheckDigits.elevenOrNothing;
import static io.weir.engine.validate.CheckDigits.weights;
import static java.util.Map.entry;

import java.util.Map;

/** Numbers of persons and companies that Asian countries give out, by the name of their validator. */
final class AsianNumbers {

    private static final int[] SINGAPORE = {2, 7, 6, 5, 4, 3, 2};
    private static final int[] KOREA = {2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5};
    private static final int[] KOREAN_COMPANY = {1, 3, 7, 1, 3, 7, 1, 3, 5};
    private static final int[] TAIWAN = {1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1};
    private static final int[] HONG_KONG = {9, 8, 7, 6, 5, 4, 3, 2, 1};

    // The powers of three modulo 31: GB 32100-2015.
    private static final int[] CHINESE_COMPANY = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1};

    private static final String CHINESE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    // The number of a letter is its place here plus ten; I and O came last.
    private static final String TAIWANESE_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO";

    static final Map<String, Check> CHECKS = Map.ofEntries(
            entry("cn-resident-id", CheckCharacters.ISO_7064_MOD_11_2.and(DateInNumber.fullYearFirst(6))),
            entry("cn-uscc", CheckCharacters.alphabetSum(CHINESE_ALPHABET, 31, CHINESE_COMPANY)),
            entry("hk-id", AsianNumbers::isHongKong),
            entry("id-nik", DateInNumber.dayFirst(6, 0, 40)),
            entry("il-id", LUHN.and(VARIED)),
            entry("in-aadhaar", compact -> Verhoeff.holds(compact) && !isPalindrome(compact)),
            entry("in-gstin", AsianNumbers::isIndianState),
            entry("in-gstin-checked", CheckCharacters.LUHN_36),
            entry(
                    "jp-my-number",
                    elevenOrNothing(6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2).and(VARIED)),
            entry("kr-brn", AsianNumbers::isKoreanCompany),
            entry("kr-frn-checked", complementFrom(13, 11, KOREA).and(DateInNumber.yearFirst(0))),
            entry("kr-id", DateInNumber.yearFirst(0)),
            entry("kr-rrn-checked", complement(11, KOREA).and(DateInNumber.yearFirst(0))),
            entry("my-mykad", DateInNumber.yearFirst(0)),
            entry("sg-nric", AsianNumbers::isSingaporean),
            entry("sg-uen", AsianNumbers::isSingaporeanEntity),
            entry("th-tnin", complement(11, weights(13, 2)).and(VARIED)),
            entry("tr-national-id", AsianNumbers::isTurkish),
            entry("tw-id", AsianNumbers::isTaiwanese));

    private AsianNumbers() {}

    private static boolean isHongKong(String compact) {
        String nine = compact.length() == 8 ? " " + compact : compact;
        if (nine.length() != 9) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 9; i++) {
            char c = nine.charAt(i);
            sum += (c == ' ' ? 36 : Compact.value(c)) * HONG_KONG[i];
        }
        return sum % 11 == 0;
    }

    private static boolean isPalindrome(String compact) {
        return new StringBuilder(compact).reverse().toString().equals(compact);
    }

    /** Tax numbers of firms begin with the state: 01 to 38, 97 other territory, 99 centre jurisdiction. */
    private static boolean isIndianState(String compact) {
        int state = Compact.number(compact, 0, 2);
        return (state >= 1 && state <= 38) || state == 97 || state == 99;
    }

    private static boolean isKoreanCompany(String compact) {
        if (!Compact.isDigits(compact, 10) || !VARIED.holds(compact)) {
            return false;
        }
        int sum = CheckDigits.sum(compact, KOREAN_COMPANY, 9) + (compact.charAt(8) - '0') * 5 / 10;
        return (10 - sum % 10) % 10 == compact.charAt(9) - '0';
    }

    private static boolean isSingaporean(String compact) {
        if (compact.length() != 9) {
            return false;
        }
        String number = compact.substring(1);
        return switch (compact.charAt(0)) {
            case 'S' -> letterOfSum("JZIHGFEDCBA", 0, SINGAPORE).holds(number);
            case 'T' -> letterOfSum("JZIHGFEDCBA", 4, SINGAPORE).holds(number);
            case 'F' -> letterOfSum("XWUTRQPNMLK", 0, SINGAPORE).holds(number);
            case 'G' -> letterOfSum("XWUTRQPNMLK", 4, SINGAPORE).holds(number);
            case 'M' -> letterOfSum("XWUTRQPNJLK", 3, SINGAPORE).holds(number);
            default -> false;
        };
    }

    /** Businesses, companies and other entities have check letters of their own (ACRA). */
    private static boolean isSingaporeanEntity(String compact) {
        if (compact.length() == 9) {
            return letterOfSum("XMKECAWLJDB", 0, 10, 4, 9, 3, 8, 2, 7, 1).holds(compact);
        }
        if (compact.length() != 10) {
            return false;
        }
        return Ascii.isDigit(compact.charAt(0))
                ? letterOfSum("ZKCMDNERGWH", 0, 10, 8, 6, 4, 9, 7, 5, 3, 1).holds(compact)
                : isOtherEntity(compact);
    }

    private static boolean isOtherEntity(String compact) {
        String alphabet = "ABCDEFGHJKLMNPQRSTUVWX0123456789";
        int[] weights = {4, 3, 5, 3, 10, 2, 2, 5, 7};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += alphabet.indexOf(compact.charAt(i)) * weights[i];
        }
        return alphabet.charAt(Math.floorMod(sum - 5, 11)) == compact.charAt(9);
    }

    /** The tenth digit checks odd against even places, the eleventh the sum of all (Kimlik numarasi). */
    private static boolean isTurkish(String compact) {
        if (!Compact.isDigits(compact, 11) || compact.charAt(0) == '0') {
            return false;
        }
        int[] tenth = {7, -1, 7, -1, 7, -1, 7, -1, 7};
        int[] eleventh = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
        return Math.floorMod(CheckDigits.sum(compact, tenth, 9), 10) == compact.charAt(9) - '0'
                && CheckDigits.sum(compact, eleventh, 10) % 10 == compact.charAt(10) - '0';
    }

    private static boolean isTaiwanese(String compact) {
        int letter = compact.isEmpty() ? -1 : TAIWANESE_LETTERS.indexOf(compact.charAt(0));
        String number = letter + 10 + compact.substring(Math.min(1, compact.length()));
        return letter >= 0 && Compact.isDigits(number, 11) && CheckDigits.sum(number, TAIWAN, 11) % 10 == 0;
    }
}
