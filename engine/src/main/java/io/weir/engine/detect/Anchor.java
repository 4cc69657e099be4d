package io.weir.engine.detect;

import java.util.List;

/**
 * What every match of a rule holds, cheap to look for: one of some literals, or a number of digits. Texts without it are
 * never shown to the rule's pattern.
 *
 * @param keywords in lower case; empty where only digits count
 * @param digits least number of ASCII digits
 */
record Anchor(List<String> keywords, int digits) {

    static Anchor of(List<String> keywords, int digits) {
        if (keywords.isEmpty() && digits == 0) {
            throw new IllegalArgumentException(
                    "a rule needs 'keywords' or 'digits', so that it can be skipped quickly");
        }
        return new Anchor(keywords.stream().map(Ascii::lower).toList(), digits);
    }

    /**
     * Whether a text may hold a match.
     *
     * @param lowerText in ASCII lower case
     * @param textDigits ASCII digits in the text
     */
    boolean standsIn(String lowerText, int textDigits) {
        return textDigits >= digits && (keywords.isEmpty() || hasKeyword(lowerText));
    }

    private boolean hasKeyword(String lowerText) {
        for (String keyword : keywords) {
            if (lowerText.contains(keyword)) {
                return true;
            }
        }
        return false;
    }
}
