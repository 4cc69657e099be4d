package io.weir.engine.validate;

/** Internet addresses, versions 4 and 6, with or without a prefix length or a zone (RFC 4291, RFC 4632, RFC 4007). */
final class InternetAddress {

    private static final int GROUPS = 8;

    private InternetAddress() {}

    /** Four numbers of at most 255, none with a needless zero. */
    static boolean isVersion4(CharSequence text) {
        String address = withoutSuffix(text.toString());
        int octets = 0;
        int start = 0;
        for (int i = 0; i <= address.length(); i++) {
            if (i == address.length() || address.charAt(i) == '.') {
                if (!isOctet(address, start, i)) {
                    return false;
                }
                octets++;
                start = i + 1;
            }
        }
        return octets == 4;
    }

    private static boolean isOctet(String address, int start, int end) {
        int number = end - start > 3 || end == start ? -1 : Compact.number(address, start, end);
        return number >= 0 && number <= 255 && (end - start == 1 || address.charAt(start) != '0');
    }

    /**
     * Eight groups of hexadecimal digits; two colons stand for any number of zero ones, four octets for the last two.
     */
    static boolean isVersion6(CharSequence text) {
        String address = withoutSuffix(text.toString());
        int gap = address.indexOf("::");
        if (gap < 0) {
            return groups(address, true) == GROUPS;
        }
        int before = groups(address.substring(0, gap), false);
        int behind = groups(address.substring(gap + 2), true);
        return before >= 0 && behind >= 0 && before + behind < GROUPS && (before + behind > 0 || address.length() == 2);
    }

    /** How many groups there are, -1 if something else stands there. */
    private static int groups(String part, boolean octetsMayEnd) {
        if (part.isEmpty()) {
            return 0;
        }
        String[] groups = part.split(":", -1);
        int count = 0;
        for (int i = 0; i < groups.length; i++) {
            boolean octets = octetsMayEnd && i == groups.length - 1 && isVersion4(groups[i]);
            if (!octets && !isGroup(groups[i])) {
                return -1;
            }
            count += octets ? 2 : 1;
        }
        return count;
    }

    private static boolean isGroup(String group) {
        return !group.isEmpty() && group.length() <= 4 && group.chars().allMatch(c -> Character.digit(c, 16) >= 0);
    }

    private static String withoutSuffix(String address) {
        int end = address.length();
        for (int i = end - 1; i >= 0; i--) {
            if (address.charAt(i) == '/' || address.charAt(i) == '%') {
                end = i;
            }
        }
        return address.substring(0, end);
    }

    /** Six octets, not all zero and not the broadcast address. */
    static boolean isHardwareAddress(CharSequence text) {
        String compact = Compact.of(text);
        return compact.length() == 12 && Digits.distinct(compact) > 1;
    }
}
