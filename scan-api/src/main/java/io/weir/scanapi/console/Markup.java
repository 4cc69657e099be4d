package io.weir.scanapi.console;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A piece of HTML. What is put into a template is text, and written so that it stays text, unless it is a piece itself.
 * Immutable.
 */
final class Markup {

    static final Markup NOTHING = new Markup("");

    private final String html;

    private Markup(String html) {
        this.html = html;
    }

    /**
     * A template, which is always a constant, with these values.
     *
     * @param template HTML with {@code %s} for each value, inside elements or between double quotes
     */
    static Markup of(String template, Object... values) {
        Object[] safe = Arrays.stream(values)
                .map(value -> value instanceof Markup piece ? piece.html : escaped(String.valueOf(value)))
                .toArray();
        return new Markup(String.format(Locale.ROOT, template, safe));
    }

    /** Pieces one after the other. */
    static Markup of(List<Markup> pieces) {
        return new Markup(pieces.stream().map(piece -> piece.html).collect(Collectors.joining("\n")));
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(unit -> {
            switch (unit) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(isShown(unit) ? unit : '?');
            }
        });
        return safe.toString();
    }

    /** Marks that turn the direction of text round could make a destination look like another. */
    private static boolean isShown(int unit) {
        return Character.isBmpCodePoint(unit)
                ? Character.getType(unit) != Character.FORMAT && !Character.isISOControl(unit)
                : !Character.isISOControl(unit);
    }

    @Override
    public String toString() {
        return html;
    }
}
