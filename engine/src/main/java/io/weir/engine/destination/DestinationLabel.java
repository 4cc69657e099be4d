package io.weir.engine.destination;

import io.weir.schemas.word.DestinationKind;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a destination so that a person recognises it and nothing hidden in it is kept: mailboxes lose their name but
 * the first character, accounts all but the last four characters, host labels that look like data their text.
 */
final class DestinationLabel {

    private static final int LABEL_LENGTH_MAX = 24;
    private static final int LABEL_DIGITS_MAX = 4;
    private static final Pattern NUMERIC_HOST =
            Pattern.compile("(?:\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]{2,45}])(?::\\d{1,5})?");
    private static final Pattern TOKEN_RUN = Pattern.compile("(?=[A-Za-z]*\\d)[A-Za-z0-9]{12}|[A-Z0-9]{16}");
    /** Half a code point, which has no JSON form. */
    private static final Pattern LONE_SURROGATE = Pattern.compile("\\p{Cs}");

    private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");

    private DestinationLabel() {}

    static String of(DestinationKind kind, String text) {
        String label = switch (kind) {
            case HOST, URL -> host(text);
            case EMAIL -> mailbox(text);
            case ACCOUNT -> "***" + tail(text.strip(), 4);
            case CHANNEL, USER -> plain(text);
            case TOOL -> text;
        };
        return LONE_SURROGATE.matcher(label).replaceAll("?");
    }

    private static String mailbox(String text) {
        int at = text.lastIndexOf('@');
        return first(text.substring(0, at)) + "***@" + host(text.substring(at + 1));
    }

    private static String host(String text) {
        if (NUMERIC_HOST.matcher(text).matches()) {
            return text;
        }
        return Arrays.stream(text.split("\\.", 16))
                .map(label -> looksLikeData(label) ? "***" : label)
                .collect(Collectors.joining("."));
    }

    private static String plain(String text) {
        boolean short_ = text.length() <= LABEL_LENGTH_MAX && !looksLikeData(text);
        return short_ ? text : first(text) + "***";
    }

    private static boolean looksLikeData(String label) {
        String name = PORT.matcher(label).replaceFirst("");
        long digits = name.codePoints().filter(Character::isDigit).count();
        return label.length() > LABEL_LENGTH_MAX
                || digits > LABEL_DIGITS_MAX
                || TOKEN_RUN.matcher(name).find();
    }

    private static String first(String text) {
        return text.isEmpty() ? "" : Character.toString(text.codePointAt(0));
    }

    private static String tail(String text, int length) {
        return text.substring(Math.max(0, text.length() - Math.min(length, text.length() / 2)));
    }
}
