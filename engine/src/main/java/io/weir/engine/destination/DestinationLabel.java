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
    private static final Pattern NUMERIC_HOST = Pattern.compile("[0-9.:\\[\\]a-fA-F]+");

    private DestinationLabel() {}

    static String of(DestinationKind kind, String text) {
        return switch (kind) {
            case HOST, URL -> host(text);
            case EMAIL -> mailbox(text);
            case ACCOUNT -> "***" + tail(text.strip(), 4);
            case CHANNEL, USER -> plain(text);
            case TOOL -> text;
        };
    }

    private static String mailbox(String text) {
        int at = text.lastIndexOf('@');
        return text.substring(0, Math.min(1, at)) + "***@" + host(text.substring(at + 1));
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
        return short_ ? text : text.substring(0, 1) + "***";
    }

    private static boolean looksLikeData(String label) {
        long digits = label.replaceFirst(":\\d{1,5}$", "")
                .chars()
                .filter(Character::isDigit)
                .count();
        return label.length() > LABEL_LENGTH_MAX || digits > LABEL_DIGITS_MAX;
    }

    private static String tail(String text, int length) {
        return text.substring(Math.max(0, text.length() - Math.min(length, text.length() / 2)));
    }
}
