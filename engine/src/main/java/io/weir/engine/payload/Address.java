package io.weir.engine.payload;

/**
 * Makes leaf addresses: JSON pointers (RFC 6901) with four marks. The marks begin with a tilde that RFC 6901 does not
 * define, so they cannot be mistaken for a member name.
 *
 * <ul>
 *   <li>{@code ~json}: inside the string at this address, read as JSON
 *   <li>{@code ~form}: inside the string at this address, read as an HTML form
 *   <li>{@code ~key}: the member name itself, read as text
 *   <li>{@code ~n7}: the member in position 7 of its map, counted from 0. It stands where the name may itself be content
 *       ({@code {"alice@weir.test": 1}}), because addresses go into records and records hold no content
 * </ul>
 */
final class Address {

    static final String JSON_MARK = "~json";
    static final String FORM_MARK = "~form";
    static final String KEY_MARK = "~key";

    private static final int PLAIN_LENGTH_MAX = 48;
    private static final int PLAIN_DIGITS_MAX = 3;
    private static final int MIXED_RUN_MAX = 12;
    private static final int CAPITAL_RUN_MAX = 15;

    private Address() {}

    /** The address of a member: by name, or by position where the name may be content. */
    static String member(String parent, String name, int position) {
        return isPlain(name) ? parent + "/" + escape(name) : position(parent, position);
    }

    /** The address of a member by position alone. */
    static String position(String parent, int position) {
        return parent + "/~n" + position;
    }

    static String element(String parent, int index) {
        return parent + "/" + index;
    }

    /**
     * Whether a name is surely just a name. Plain names are short, of ASCII letters, {@code _ - . : $}, blanks and at
     * most three digits, and hold no run that looks like a token.
     */
    static boolean isPlain(String name) {
        if (name.length() > PLAIN_LENGTH_MAX) {
            return false;
        }
        int digits = 0;
        int run = 0;
        int capitals = 0;
        boolean mixed = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean capital = c >= 'A' && c <= 'Z';
            boolean word = digit || capital || (c >= 'a' && c <= 'z');
            if (!word && "_-.:$ ".indexOf(c) < 0) {
                return false;
            }
            digits += digit ? 1 : 0;
            run = word ? run + 1 : 0;
            mixed = word && (mixed || digit);
            capitals = capital || digit ? capitals + 1 : 0;
            if (digits > PLAIN_DIGITS_MAX || (mixed && run > MIXED_RUN_MAX) || capitals > CAPITAL_RUN_MAX) {
                return false;
            }
        }
        return true;
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
