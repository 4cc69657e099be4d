package io.weir.engine.redact;

import io.weir.engine.detect.Detection;
import io.weir.schemas.word.ValueKind;

/**
 * What stands in the place of a value. Card numbers and IBANs keep their grouping and their last four characters (PCI
 * DSS v4.0, requirement 3.4, allows those to be shown); everything else becomes {@code [REDACTED:<rule>]}.
 */
final class RedactionStyle {

    private static final int KEPT = 4;

    private RedactionStyle() {}

    static String replacement(Detection detection, CharSequence value) {
        boolean maskable = detection.valueKind() == ValueKind.CARD || detection.valueKind() == ValueKind.IBAN;
        return maskable ? mask(value) : label(detection);
    }

    static String label(Detection detection) {
        return "[REDACTED:" + detection.rule() + "]";
    }

    private static String mask(CharSequence value) {
        StringBuilder masked = new StringBuilder(value);
        int kept = 0;
        for (int i = value.length() - 1; i >= 0; i--) {
            boolean counts = Character.isLetterOrDigit(value.charAt(i));
            if (counts && kept++ >= KEPT) {
                masked.setCharAt(i, '*');
            }
        }
        return masked.toString();
    }
}
