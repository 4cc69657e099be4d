package io.weir.engine.validate;

import java.nio.charset.StandardCharsets;

/** Addresses of crypto currencies. */
final class CryptoAddress {

    private static final int ETHEREUM_DIGITS = 40;

    private CryptoAddress() {}

    /** Ripple's base 58 is Bitcoin's with another order of the characters. */
    static boolean isRipple(CharSequence text) {
        String ripple = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
        StringBuilder translated = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int digit = ripple.indexOf(text.charAt(i));
            translated.append(digit < 0 ? '0' : Base58Check.ALPHABET.charAt(digit));
        }
        return Base58Check.holds(translated);
    }

    /** 0x and 40 hexadecimal digits; where small and capital letters mix, they are the checksum (EIP-55). */
    static boolean isEthereum(CharSequence text) {
        String address = text.toString();
        String digits = address.startsWith("0x") ? address.substring(2) : "";
        String lower = Ascii.lower(digits);
        if (digits.length() != ETHEREUM_DIGITS || Digits.distinct(lower) < 6) {
            return false;
        }
        boolean capitals = digits.chars().noneMatch(c -> c >= 'a' && c <= 'f');
        return digits.equals(lower) || capitals || hasMixedCaseChecksum(digits, lower);
    }

    private static boolean hasMixedCaseChecksum(String digits, String lower) {
        long[] hash = Keccak256.hash(lower.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < ETHEREUM_DIGITS; i++) {
            long octet = hash[i / 16] >>> (i / 2 % 8 * 8) & 0xff;
            long nibble = i % 2 == 0 ? octet >>> 4 : octet & 15;
            char c = digits.charAt(i);
            if (Ascii.isLetter(c) && (nibble >= 8) != (c <= 'F')) {
                return false;
            }
        }
        return true;
    }
}
