package io.weir.engine.detect;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/** Phone numbers, judged by libphonenumber. Without a country code they are read as North American. */
final class PhoneCandidate {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    private PhoneCandidate() {}

    static boolean isValid(CharSequence text) {
        try {
            return Digits.distinct(Digits.of(text)) > 2 && NUMBERS.isValidNumber(NUMBERS.parse(text, "US"));
        } catch (NumberParseException e) {
            return false;
        }
    }
}
