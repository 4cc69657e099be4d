package io.weir.engine.validate;

import static io.weir.engine.validate.CheckDigits.LUHN;
import static io.weir.engine.validate.CheckDigits.VARIED;
import static io.weir.engine.validate.CheckDigits.complement;
import static io.weir.engine.validate.CheckDigits.remainder;
import static io.weir.engine.validate.CheckDigits.weighted;
import static java.util.Map.entry;

import java.util.Map;

/** Numbers of persons, companies and accounts that American countries give out, by the name of their validator. */
final class AmericanNumbers {

    private static final String CURP_ALPHABET = "0123456789ABCDEFGHIJKLMN\u00d1OPQRSTUVWXYZ";
    private static final String RFC_ALPHABET = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ \u00d1";
    private static final int[] CNPJ = {6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final int[] NIT = {41, 37, 29, 23, 19, 17, 13, 7, 3};
    private static final int[] CLABE = {3, 7, 1};

    static final Map<String, Check> CHECKS = Map.ofEntries(
            entry("ar-cuit", weighted(11, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1).and(VARIED)),
            entry("br-cnpj", AmericanNumbers::isBrazilianCompany),
            entry(
                    "br-cpf",
                    compact -> Compact.isDigits(compact, 11)
                            && VARIED.holds(compact)
                            && brazilianDigit(compact, 9) == compact.charAt(9) - '0'
                            && brazilianDigit(compact, 10) == compact.charAt(10) - '0'),
            entry("ca-sin", LUHN.and(VARIED)),
            entry("cl-rut", AmericanNumbers::isChilean),
            entry("co-nit", AmericanNumbers::isColombian),
            entry("mx-clabe", AmericanNumbers::isMexicanAccount),
            entry("mx-curp", AmericanNumbers::isCurp),
            entry("mx-rfc", AmericanNumbers::isRfc),
            entry("pe-ruc", complement(11, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2).and(VARIED)),
            entry("us-aba-routing", weighted(10, 3, 7, 1, 3, 7, 1, 3, 7, 1).and(AmericanNumbers::isFederalDistrict)),
            // A letter for the registrant, the first letter of the name or a 9, six digits and their check digit.
            entry("us-dea", remainder(10, 1, 2, 1, 2, 1, 2).and(VARIED).after(2)),
            entry("us-npi", LUHN.behind("80840").and(compact -> Digits.distinct(compact) > 2)));

    private AmericanNumbers() {}

    /** A check digit of Brazil's tax register, over the digits before a place, with weights that fall to 2. */
    private static int brazilianDigit(String digits, int place) {
        int sum = 0;
        for (int i = 0; i < place; i++) {
            sum += (digits.charAt(i) - '0') * (place + 1 - i);
        }
        return sum * 10 % 11 % 10;
    }

    /** Twelve letters or digits, each counting its code minus 48, and two check digits (Receita Federal, 2026). */
    private static boolean isBrazilianCompany(String compact) {
        return compact.length() == 14
                && VARIED.holds(compact)
                && Compact.isDigits(compact.substring(12))
                && companyDigit(compact, 12) == compact.charAt(12) - '0'
                && companyDigit(compact, 13) == compact.charAt(13) - '0';
    }

    private static int companyDigit(String compact, int place) {
        int sum = 0;
        for (int i = 0; i < place; i++) {
            sum += (compact.charAt(i) - '0') * CNPJ[i + 13 - place];
        }
        int remainder = sum % 11;
        return remainder < 2 ? 0 : 11 - remainder;
    }

    private static boolean isChilean(String compact) {
        int body = compact.length() - 1;
        if (body < 7 || body > 8 || !Compact.isDigits(compact.substring(0, body))) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < body; i++) {
            sum += (compact.charAt(body - 1 - i) - '0') * (i % 6 + 2);
        }
        return "0K987654321".charAt(sum % 11) == compact.charAt(body);
    }

    private static boolean isColombian(String compact) {
        if (!Compact.isDigits(compact, 10)) {
            return false;
        }
        int remainder = CheckDigits.sum(compact, NIT, 9) % 11;
        return (remainder < 2 ? remainder : 11 - remainder) == compact.charAt(9) - '0';
    }

    /** Bank, branch, account and a check digit; each product counts its ones only (Banco de Mexico). */
    private static boolean isMexicanAccount(String compact) {
        if (!Compact.isDigits(compact, 18) || !VARIED.holds(compact)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (compact.charAt(i) - '0') * CLABE[i % 3] % 10;
        }
        return (10 - sum % 10) % 10 == compact.charAt(17) - '0';
    }

    private static boolean isCurp(String compact) {
        if (compact.length() != 18 || !DateInNumber.yearFirst(4).holds(compact)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += CURP_ALPHABET.indexOf(compact.charAt(i)) * (18 - i);
        }
        return (10 - sum % 10) % 10 == compact.charAt(17) - '0';
    }

    /** Companies have one letter fewer than persons; a blank stands for it. */
    private static boolean isRfc(String compact) {
        String padded = compact.length() == 12 ? " " + compact : compact;
        if (padded.length() != 13 || !DateInNumber.yearFirst(4).holds(padded)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += RFC_ALPHABET.indexOf(padded.charAt(i)) * (13 - i);
        }
        return "0A987654321".charAt(sum % 11) == padded.charAt(12);
    }

    /** Routing numbers begin with the number of a Federal Reserve district, or with 80 for traveller's cheques. */
    private static boolean isFederalDistrict(String compact) {
        int district = Compact.number(compact, 0, 2);
        return (district >= 1 && district <= 12)
                || (district >= 21 && district <= 32)
                || (district >= 61 && district <= 72)
                || district == 80;
    }
}
