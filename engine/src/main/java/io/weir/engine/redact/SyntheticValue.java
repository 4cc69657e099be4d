package io.weir.engine.redact;

import io.weir.engine.detect.Detection;
import io.weir.schemas.word.ValueKind;

/**
 * A value of the same shape that is evidently made up: zeros for digits, {@code x} for letters, in the same grouping.
 * No identity number, card or phone number is all zeros. A mail address goes to a domain that can never exist (RFC
 * 2606, section 2). Credentials have no shape that could be kept without looking like one, so they get a label.
 */
final class SyntheticValue {

    private SyntheticValue() {}

    static String like(Detection detection, String value) {
        ValueKind kind = detection.valueKind();
        if (kind == null || kind == ValueKind.SECRET || kind == ValueKind.URL) {
            return StyledWriter.label(detection);
        }
        return kind == ValueKind.EMAIL ? "nobody@example.invalid" : shape(value);
    }

    private static String shape(String value) {
        StringBuilder shape = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean letter = Character.isLetter(c) || Character.isSurrogate(c);
            char made = Character.isUpperCase(c) ? 'X' : 'x';
            shape.append(Character.isDigit(c) ? '0' : letter ? made : c);
        }
        return shape.toString();
    }
}
