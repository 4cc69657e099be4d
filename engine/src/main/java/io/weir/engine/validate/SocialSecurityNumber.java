package io.weir.engine.validate;

import java.util.Set;

/** US social security numbers: area, group and serial as the Social Security Administration assigns them. */
final class SocialSecurityNumber {

    // Printed in wallets, advertisements and countless examples; the SSA lists the first two as never valid.
    private static final Set<String> KNOWN_DUMMIES =
            Set.of("078051120", "219099999", "457555462", "123456789", "111111111", "222222222", "333333333");

    private SocialSecurityNumber() {}

    /** Whether the number can have been issued and is no known dummy. */
    static boolean isIssued(CharSequence text) {
        return isPossible(text) && !KNOWN_DUMMIES.contains(Digits.of(text));
    }

    /** Whether area is none of 000, 666 and 900-999, group not 00 and serial not 0000. */
    static boolean isPossible(CharSequence text) {
        String digits = Digits.of(text);
        return digits.length() == 9
                && !digits.startsWith("000")
                && !digits.startsWith("666")
                && digits.charAt(0) != '9'
                && !digits.startsWith("00", 3)
                && !digits.endsWith("0000");
    }
}
