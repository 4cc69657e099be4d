package io.weir.engine.redact;

import io.weir.engine.detect.Detection;
import java.util.List;

/**
 * The shape of a text without its content: letters become {@code x} and {@code X}, digits {@code #}, and what was
 * detected the id of its rule. The mask has exactly as many UTF-16 units as the text, so a span in the text is a span
 * in the mask.
 */
public final class ShapeMask {

    private ShapeMask() {}

    /** The shape of a text in which nothing was detected. */
    public static String of(CharSequence text) {
        return of(text, List.of());
    }

    /**
     * The shape of a text.
     *
     * @param detections of this text's leaf; each range shows {@code [rule-id]}, cut or filled with dots to its length
     */
    public static String of(CharSequence text, List<Detection> detections) {
        StringBuilder mask = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int c = Character.codePointAt(text, i);
            mask.append(masked(c));
            i += Character.charCount(c);
        }
        detections.forEach(detection -> label(mask, detection));
        return mask.toString();
    }

    private static String masked(int c) {
        if (!isHidden(c)) {
            return Character.toString(c);
        }
        boolean capital = Character.isUpperCase(c) || Character.isTitleCase(c);
        String sign = isNumber(c) ? "#" : capital ? "X" : "x";
        return sign.repeat(Character.charCount(c));
    }

    /** Letters, numbers and marks of any script; and what is no character at all. */
    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> Character.isLetter(c) || isNumber(c);
        };
    }

    private static boolean isNumber(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    private static void label(StringBuilder mask, Detection detection) {
        int start = Math.min(detection.start(), mask.length());
        int end = Math.min(detection.end(), mask.length());
        String label = "[" + detection.rule() + "]";
        for (int i = start; i < end; i++) {
            mask.setCharAt(i, i - start < label.length() ? label.charAt(i - start) : '.');
        }
    }
}
