package io.weir.engine.validate;

import static io.weir.engine.validate.CheckCharacters.ISO_7064_MOD_11_10;
import static io.weir.engine.validate.CheckCharacters.letterOfNumber;
import static io.weir.engine.validate.CheckDigits.LUHN;
import static io.weir.engine.validate.CheckDigits.VARIED;
import static io.weir.engine.validate.CheckDigits.complementOfNumber;
import static io.weir.engine.validate.CheckDigits.elevenOrNothing;
import static io.weir.engine.validate.CheckDigits.remainder;
import static io.weir.engine.validate.CheckDigits.weighted;
import static io.weir.engine.validate.CheckDigits.weights;
import static java.util.Map.entry;

import java.util.Map;

/** Numbers of persons and companies that European countries give out, by the name of their validator. */
final class EuropeanNumbers {

    private static final String SPANISH_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";

    // The second series of weights counts where the first one leaves 10.
    private static final int[] BALTIC_FIRST = {1, 2, 3, 4, 5, 6, 7, 8, 9, 1};
    private static final int[] BALTIC_SECOND = {3, 4, 5, 6, 7, 8, 9, 1, 2, 3};

    static final Map<String, Check> CHECKS = Map.ofEntries(
            entry("at-svnr", weighted(11, 3, 7, 9, -1, 5, 8, 4, 2, 1, 6).and(DateInNumber.dayFirst(4))),
            entry(
                    "be-national-number",
                    DateInNumber.yearFirst(0, 20, 0)
                            .and(complementOfNumber(97, 2)
                                    .or(complementOfNumber(97, 2).behind("2")))),
            entry("bg-egn", remainder(11, 2, 4, 8, 5, 10, 9, 7, 3, 6).and(DateInNumber.yearFirst(0, 20, 0))),
            entry("ch-ahv", CheckDigits.EAN_13),
            entry("cz-birth-number", EuropeanNumbers::isCzechBirthNumber),
            entry("de-health-insurance", GermanNumbers.HEALTH_INSURANCE),
            entry("de-lanr", GermanNumbers.PHYSICIAN),
            entry("de-document", CheckCharacters.SEVEN_THREE_ONE_LAST.and(VARIED)),
            entry("de-social-security", GermanNumbers.SOCIAL_SECURITY),
            entry("de-tax-id", ISO_7064_MOD_11_10.and(VARIED)),
            entry("de-vat-id", ISO_7064_MOD_11_10.and(VARIED).after(2)),
            entry("dk-cpr", DateInNumber.dayFirst(0)),
            entry("ee-lt-personal-code", EuropeanNumbers::isBaltic),
            entry("es-cif", EuropeanNumbers::isSpanishCompany),
            entry("es-nie", EuropeanNumbers::isSpanishForeigner),
            entry("es-nif", letterOfNumber(SPANISH_LETTERS).and(VARIED)),
            entry("fi-hetu", EuropeanNumbers::isFinnish),
            entry("fr-nir", EuropeanNumbers::isFrench),
            entry("fr-siren", LUHN.and(VARIED)),
            entry("gr-afm", remainder(11, 256, 128, 64, 32, 16, 8, 4, 2).and(VARIED)),
            entry("gr-amka", LUHN.and(DateInNumber.dayFirst(0))),
            entry("hr-oib", ISO_7064_MOD_11_10.and(VARIED)),
            entry("hu-taj", weighted(10, 3, 7, 3, 7, 3, 7, 3, 7, -1).and(VARIED)),
            entry("hu-tax-id", weighted(11, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1)),
            entry("ie-pps", EuropeanNumbers::isIrish),
            entry("it-fiscal-code", ItalianFiscalCode::holds),
            entry("it-vat-code", EuropeanNumbers::isItalianCompany),
            entry("lv-personal-code", EuropeanNumbers::isLatvian),
            entry("nl-bsn", weighted(11, 9, 8, 7, 6, 5, 4, 3, 2, -1).and(VARIED)),
            entry(
                    "no-birth-number",
                    weighted(11, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
                            .and(weighted(11, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1).onFirst(10))
                            .and(DateInNumber.dayFirst(0, 40, 40))),
            entry("pl-nip", weighted(11, 6, 5, 7, 2, 3, 4, 5, 6, 7, -1).and(VARIED)),
            entry("pl-pesel", weighted(10, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1).and(DateInNumber.yearFirst(0, 20, 0))),
            entry("pl-regon", remainder(11, 8, 9, 2, 3, 4, 5, 6, 7).and(VARIED)),
            entry("pt-nif", elevenOrNothing(weights(9, 2)).and(VARIED)),
            entry("ro-cnp", EuropeanNumbers::isRomanian),
            entry("se-organization-number", LUHN.and(VARIED)),
            entry("se-personal-number", EuropeanNumbers::isSwedish),
            entry("si-emso", weighted(11, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1).and(DateInNumber.dayFirst(0))),
            entry("uk-nhs", weighted(11, weights(10, 1)).and(VARIED)),
            entry("uk-utr", EuropeanNumbers::isBritishTaxpayer));

    private EuropeanNumbers() {}

    /** Born since 1954: ten digits, a multiple of 11. Before: nine digits without a check digit. */
    private static boolean isCzechBirthNumber(String compact) {
        if (!Compact.isDigits(compact, 10) || !DateInNumber.yearFirst(0, 50, 0).holds(compact)) {
            return false;
        }
        long number = Long.parseLong(compact);
        return number % 11 == 0 || (number / 10 % 11 == 10 && number % 10 == 0);
    }

    private static boolean isBaltic(String compact) {
        if (!Compact.isDigits(compact, 11) || !DateInNumber.yearFirst(1).holds(compact)) {
            return false;
        }
        int first = CheckDigits.sum(compact, BALTIC_FIRST, 10) % 11;
        int second = CheckDigits.sum(compact, BALTIC_SECOND, 10) % 11;
        int check = first < 10 ? first : second % 10;
        return check == compact.charAt(10) - '0';
    }

    private static boolean isLatvian(String compact) {
        int[] weights = {1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        return Compact.isDigits(compact, 11)
                && (compact.startsWith("32")
                        || (DateInNumber.dayFirst(0).holds(compact)
                                && (1101 - CheckDigits.sum(compact, weights, 10)) % 11 % 10
                                        == compact.charAt(10) - '0'));
    }

    /** A letter for the kind of company, seven digits, and a check digit or the letter for it. */
    private static boolean isSpanishCompany(String compact) {
        if (compact.length() != 9 || !Compact.isDigits(compact.substring(1, 8))) {
            return false;
        }
        // A virtual ninth digit makes the sum of the seven the sum of Luhn.
        int sum = 0;
        for (int i = 1; i < 8; i++) {
            int weighted = (compact.charAt(i) - '0') * (i % 2 + 1);
            sum += weighted / 10 + weighted % 10;
        }
        int check = (10 - sum % 10) % 10;
        return compact.charAt(8) - '0' == check || "JABCDEFGHI".charAt(check) == compact.charAt(8);
    }

    private static boolean isSpanishForeigner(String compact) {
        int first = compact.isEmpty() ? -1 : "XYZ".indexOf(compact.charAt(0));
        return first >= 0
                && compact.length() == 9
                && letterOfNumber(SPANISH_LETTERS).holds(first + compact.substring(1));
    }

    private static boolean isFinnish(String compact) {
        // The sign of the century is a letter or has been dropped with the separators.
        int length = compact.length();
        return (length == 10 || length == 11)
                && DateInNumber.dayFirst(0).holds(compact)
                && letterOfNumber("0123456789ABCDEFHJKLMNPRSTUVWXY")
                        .holds(compact.substring(0, 6) + compact.substring(length - 4));
    }

    private static boolean isFrench(String compact) {
        // Corsica: 2A counts as 19, 2B as 18.
        String number = compact.replace("2A", "19").replace("2B", "18");
        return number.length() == 15 && complementOfNumber(97, 2).holds(number);
    }

    private static boolean isIrish(String compact) {
        if (compact.length() < 8 || compact.length() > 9 || !Compact.isDigits(compact.substring(0, 7))) {
            return false;
        }
        int second = compact.length() == 9 && compact.charAt(8) != 'W' ? compact.charAt(8) - 'A' + 1 : 0;
        int sum = CheckDigits.sum(compact, weights(8, 2), 7) + second * 9;
        return "WABCDEFGHIJKLMNOPQRSTUV".charAt(Math.floorMod(sum, 23)) == compact.charAt(7);
    }

    private static boolean isItalianCompany(String compact) {
        String number = compact.startsWith("IT") ? compact.substring(2) : compact;
        return Compact.isDigits(number, 11) && Luhn.holds(number) && VARIED.holds(number);
    }

    private static boolean isRomanian(String compact) {
        int[] weights = {2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9};
        if (!Compact.isDigits(compact, 13) || !DateInNumber.yearFirst(1).holds(compact)) {
            return false;
        }
        int remainder = CheckDigits.sum(compact, weights, 12) % 11;
        return (remainder == 10 ? 1 : remainder) == compact.charAt(12) - '0';
    }

    private static boolean isSwedish(String compact) {
        String ten = compact.length() == 12 ? compact.substring(2) : compact;
        return Compact.isDigits(ten, 10) && DateInNumber.yearFirst(0, 0, 60).holds(ten) && Luhn.holds(ten);
    }

    private static boolean isBritishTaxpayer(String compact) {
        int[] weights = {6, 7, 8, 9, 10, 5, 4, 3, 2};
        return Compact.isDigits(compact, 10)
                && "21987654321".charAt(CheckDigits.sum(compact.substring(1), weights, 9) % 11) == compact.charAt(0);
    }
}
