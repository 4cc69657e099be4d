package io.weir.launcher.eval.detect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the engine made of one text.
 *
 * @param findings in the order of the payload
 * @param redacted the text after redaction; null where the redaction took its wrapping with it
 */
record Scan(List<Found> findings, @Nullable String redacted) {

    private static final int VALUE_MIN = 4;

    /** Whether redaction left less of a value than there was. Values of fewer than four units are not looked for. */
    boolean removed(String value, String text) {
        return value.length() < VALUE_MIN || redacted == null || count(redacted, value) < count(text, value);
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }
}
