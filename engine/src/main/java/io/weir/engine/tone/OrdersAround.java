package io.weir.engine.tone;

import java.util.regex.Pattern;

/**
 * Finds orders to deliver in languages in which words do not tell them: those without spaces, and those whose verb
 * stands behind the address. {@code orders-around.txt} lists the expressions, in which {@link #ADDRESS} stands for the
 * address; all repeats are bounded.
 */
final class OrdersAround {

    /** Object replacement character. */
    private static final char ADDRESS = '\uFFFC';

    private static final int UNITS_BEFORE_MAX = 96;
    private static final int UNITS_AFTER_MAX = 64;

    private static final Pattern ORDER =
            Pattern.compile(String.join("|", Expressions.of("orders-around.txt")), Expressions.FLAGS);

    private OrdersAround() {}

    /** Whether the words around the address in a range of the text order to deliver there. */
    static boolean order(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - UNITS_BEFORE_MAX), start);
        String after = text.substring(end, Math.min(text.length(), end + UNITS_AFTER_MAX));
        // None of these languages is written in ASCII.
        return !(Expressions.isAscii(before) && Expressions.isAscii(after))
                && ORDER.matcher(before + ADDRESS + after).find();
    }
}
