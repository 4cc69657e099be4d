package io.weir.engine.validate;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.function.Predicate;

/** Phone numbers, judged by libphonenumber. */
final class PhoneCandidate {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    // Where a number without a country code is tried, by number of speakers of the languages that the rules have words
    // for.
    private static final List<String> HOME_REGIONS = List.of("US", "GB", "DE", "FR", "IN", "AU", "ES", "IT");

    // Shorter runs of bare digits are anything: order numbers, postal codes, amounts.
    private static final int LONG_NUMBER = 10;

    private PhoneCandidate() {}

    /** Whether the number is one that is assigned; without a country code it is read as North American. */
    static boolean isValid(CharSequence text) {
        return isTold(text) && holds(text, "US", NUMBERS::isValidNumber);
    }

    /** Whether a number with a country code has a length that the country uses. */
    static boolean isPossible(CharSequence text) {
        return isTold(text) && holds(text, "US", NUMBERS::isPossibleNumber);
    }

    /** Whether the number is assigned in one of the home regions. */
    static boolean isValidNational(CharSequence text) {
        String digits = Digits.of(text);
        boolean grouped = digits.length() < text.length();
        boolean plausible = grouped || digits.startsWith("0") || digits.length() >= LONG_NUMBER;
        return plausible
                && isTold(text)
                && HOME_REGIONS.stream().anyMatch(region -> holds(text, region, NUMBERS::isValidNumber));
    }

    /** Whether a number that is called a phone number has the digits of one, if only of its own town. */
    static boolean isLocal(CharSequence text) {
        String digits = Digits.of(text);
        return digits.length() >= 7 && digits.length() <= 14 && Digits.distinct(digits) > 2 && !isDate(text, digits);
    }

    /** Whether there are more than two different digits. */
    static boolean isVaried(CharSequence text) {
        return Digits.distinct(Digits.of(text)) > 2;
    }

    /** Whether it is more than one digit over and over, and no date such as 2026-03-14 or 14.03.2026. */
    private static boolean isTold(CharSequence text) {
        String digits = Digits.of(text);
        return !isDate(text, digits) && digits.length() >= 8 && Digits.distinct(digits) > 2;
    }

    private static boolean isDate(CharSequence text, String digits) {
        return digits.length() == 8
                && text.length() == 10
                && (digits.startsWith("19") || digits.startsWith("20") || digits.startsWith("20", 4));
    }

    private static boolean holds(CharSequence text, String region, Predicate<PhoneNumber> test) {
        try {
            return test.test(NUMBERS.parse(text, region));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
