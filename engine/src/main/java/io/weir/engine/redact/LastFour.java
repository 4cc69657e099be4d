package io.weir.engine.redact;

/** A value of which only the grouping and the last four letters or digits are left. */
final class LastFour {

    private static final int KEPT = 4;

    private LastFour() {}

    static String of(String value) {
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
