package io.weir.engine.payload;

import java.util.List;

/**
 * Makes leaf addresses: JSON pointers (RFC 6901) with marks. The marks begin with a tilde that RFC 6901 does not
 * define, so they cannot be mistaken for a member name.
 *
 * <ul>
 *   <li>{@code ~json}: inside the string at this address, read as JSON
 *   <li>{@code ~form}: inside the string at this address, read as an HTML form
 *   <li>{@code ~part/2}: part 2 of the multipart text at this address, counted from 0; what stands before the first and
 *       after the last delimiter counts as a part. Its headers are at {@code ~part/2/headers/~n0} and so on
 *   <li>{@code ~csv/3}: column 3 of the comma-separated text at this address, its cells one after the other
 *   <li>{@code ~plain}: the text at this address without invisible characters, digits and letters of other widths and
 *       scripts made ASCII
 *   <li>{@code ~escape}: the text at this address, backslash escapes and character references undone
 *   <li>{@code ~percent}: the words of the text at this address that have percent codes in them, decoded
 *   <li>{@code ~base64/0}, {@code ~hex/0}: the first such run of the text at this address, decoded
 *   <li>{@code ~jwt/0/1}: the first JSON Web Token of the text at this address, its claims ({@code /0} its header)
 *   <li>{@code ~gzip}, {@code ~zlib}: the compressed bytes at this address, inflated
 *   <li>{@code ~zip/3}: entry 3 of the archive at this address; {@code ~zip/3~key} its name
 *   <li>{@code ~bytes}: the text at this address, each character one byte
 *   <li>{@code ~key}: the member name itself, read as text
 *   <li>{@code ~n7}: the member in position 7 of its map, counted from 0. It stands where the name may itself be
 *     content ({@code {"alice@weir.test": 1}}), because addresses go into records and records hold no content
 * </ul>
 */
final class Address {

    static final String JSON_MARK = "~json";
    static final String FORM_MARK = "~form";
    static final String KEY_MARK = "~key";
    static final String PART_MARK = "~part";
    static final String CSV_MARK = "~csv";
    static final String PLAIN_MARK = "~plain";
    static final String ESCAPE_MARK = "~escape";
    static final String PERCENT_MARK = "~percent";
    static final String JWT_MARK = "~jwt";
    static final String GZIP_MARK = "~gzip";
    static final String ZLIB_MARK = "~zlib";
    static final String ZIP_MARK = "~zip";
    static final String BYTES_MARK = "~bytes";

    // What is read instead of a text, and what is no reading at all: names, positions, the escapes of RFC 6901.
    private static final List<String> ORIGINAL = List.of(JSON_MARK, FORM_MARK, PART_MARK, KEY_MARK, "~n", "~0", "~1");

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

    /** Whether an address leads through a reading that stands besides the text it was made from. */
    static boolean isDerived(String address) {
        for (int at = address.indexOf('~'); at >= 0; at = address.indexOf('~', at + 1)) {
            if (!isOriginal(address, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOriginal(String address, int at) {
        for (String mark : ORIGINAL) {
            if (address.startsWith(mark, at)) {
                return true;
            }
        }
        return false;
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
