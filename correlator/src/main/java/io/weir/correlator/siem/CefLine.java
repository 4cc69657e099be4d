package io.weir.correlator.siem;

import java.util.List;

/** Builds a line of ArcSight's Common Event Format, version 0: escapes, cuts to the lengths of its dictionary. */
final class CefLine {

    private static final int LABELLED_UNITS_MAX = 4_000;

    private final StringBuilder line = new StringBuilder("CEF:0");
    private boolean extended;

    /** The seven parts of the heading that follow the version, each behind a bar. */
    CefLine(List<String> heading) {
        heading.forEach(part ->
                line.append('|').append(oneLine(part).replace("\\", "\\\\").replace("|", "\\|")));
        line.append('|');
    }

    /** Adds a member, unless it is empty. */
    CefLine with(String key, String value, int unitsMax) {
        if (!value.isEmpty()) {
            line.append(extended ? " " : "").append(key).append('=').append(escaped(cut(value, unitsMax)));
            extended = true;
        }
        return this;
    }

    CefLine with(String key, long value) {
        return with(key, Long.toString(value), LABELLED_UNITS_MAX);
    }

    /** Adds a member of the user's own, with what it is called, unless it is empty. */
    CefLine labelled(String key, String label, String value) {
        return value.isEmpty()
                ? this
                : with(key, value, LABELLED_UNITS_MAX).with(key + "Label", label, LABELLED_UNITS_MAX);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace("=", "\\=")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    private static String oneLine(String part) {
        return part.replaceAll("[\\r\\n]+", " ");
    }

    /** Not within a pair of surrogates. */
    private static String cut(String value, int unitsMax) {
        if (value.length() <= unitsMax) {
            return value;
        }
        boolean within = Character.isHighSurrogate(value.charAt(unitsMax - 1));
        return value.substring(0, within ? unitsMax - 1 : unitsMax);
    }

    @Override
    public String toString() {
        return line.toString();
    }
}
