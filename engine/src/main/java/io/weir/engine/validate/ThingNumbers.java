package io.weir.engine.validate;

import static io.weir.engine.validate.CheckDigits.LUHN;
import static io.weir.engine.validate.CheckDigits.VARIED;
import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Numbers of devices, vehicles, parcels, banks and licenses, by the name of their validator. */
final class ThingNumbers {

    private static final String VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String VIN_VALUES = "12345678123457923456789";
    private static final int[] VIN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    private static final int AGE_LIMIT = 200;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    static final Map<String, Check> CHECKS = Map.ofEntries(
            entry("age", compact -> Compact.number(compact, 0, leadingDigits(compact)) < AGE_LIMIT),
            entry(
                    "bic",
                    compact -> compact.length() >= 8
                            && (COUNTRIES.contains(compact.substring(4, 6)) || compact.startsWith("XK", 4))),
            entry("luhn", LUHN.and(VARIED)),
            entry(
                    "license-number",
                    compact -> compact.length() >= 6 && Digits.of(compact).length() >= 4),
            entry("ups-tracking", ThingNumbers::isUps),
            entry("usps-tracking", ThingNumbers::isPostal),
            entry("vin", ThingNumbers::isVehicle));

    private ThingNumbers() {}

    private static int leadingDigits(String compact) {
        int count = 0;
        while (count < compact.length() && Ascii.isDigit(compact.charAt(count))) {
            count++;
        }
        return count;
    }

    /** The ninth character checks the others (ISO 3779, 49 CFR 565.15). */
    private static boolean isVehicle(String compact) {
        if (compact.length() != 17 || compact.chars().distinct().count() < 4) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            char c = compact.charAt(i);
            int letter = VIN_LETTERS.indexOf(c);
            if (letter < 0 && !Ascii.isDigit(c)) {
                return false;
            }
            sum += (letter < 0 ? c - '0' : VIN_VALUES.charAt(letter) - '0') * VIN_WEIGHTS[i];
        }
        return "0123456789X".charAt(sum % 11) == compact.charAt(8);
    }

    /** 1Z, fifteen characters and a check digit; a letter counts the ones of its code minus 63. */
    private static boolean isUps(String compact) {
        if (compact.length() != 18 || !compact.startsWith("1Z") || !Ascii.isDigit(compact.charAt(17))) {
            return false;
        }
        int sum = 0;
        for (int i = 2; i < 17; i++) {
            char c = compact.charAt(i);
            int value = Ascii.isDigit(c) ? c - '0' : (c - 63) % 10;
            sum += value * (i % 2 + 1);
        }
        return (10 - sum % 10) % 10 == compact.charAt(17) - '0';
    }

    /** Weights 3 and 1 from the right; a routing prefix of 420 and a ZIP code does not count (USPS Publication 199). */
    private static boolean isPostal(String compact) {
        String number = compact.length() > 26 && compact.startsWith("420")
                ? compact.substring(compact.length() == 30 || compact.length() == 34 ? 8 : 12)
                : compact;
        if (!Compact.isDigits(number) || !VARIED.holds(number)) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            sum += (number.charAt(number.length() - 1 - i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }
}
