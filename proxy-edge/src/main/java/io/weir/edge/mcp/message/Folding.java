package io.weir.edge.mcp.message;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Folds names so that those which people or careless readers take for the same become equal: compatibility forms
 * (NFKC), case, characters that do not show, separators, and the letters of Greek and Cyrillic that look like Latin
 * ones (a part of the confusables of Unicode Technical Standard 39).
 */
public final class Folding {

    private static final String LOOK_ALIKES = "\u0430a\u0435e\u043Eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0455s\u0458j"
            + "\u0501d\u051Bq\u051Dw\u04CFl\u04BBh\u0432b\u043Am\u043Ah\u0442t\u03B1a\u03BFo\u03C1p\u03B5e\u03B9i"
            + "\u03BDv\u03C5u\u03BAk\u03C4t\u03C7x\u0261g\u0131i\u2113l";

    private Folding() {}

    /** The folded form of a name. */
    public static String of(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(plain.length());
        plain.codePoints().filter(point -> !isSilent(point)).forEach(point -> folded.appendCodePoint(latin(point)));
        return folded.toString();
    }

    /** Whether a name holds characters that do not show: controls, format characters, separators of other kinds. */
    public static boolean hidesSomething(String name) {
        return name.codePoints().anyMatch(point -> point != ' ' && (isSilent(point) || Character.isWhitespace(point)))
                || !name.equals(name.strip());
    }

    private static boolean isSilent(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK -> true;
            default -> point == ' ' || point == 0x3164 || point == 0x115F || point == 0x1160;
        };
    }

    private static int latin(int point) {
        int at = point > 0x7F && point <= 0xFFFF ? LOOK_ALIKES.indexOf(point) : -1;
        return at >= 0 && at % 2 == 0 ? LOOK_ALIKES.charAt(at + 1) : point;
    }
}
