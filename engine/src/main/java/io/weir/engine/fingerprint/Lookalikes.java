package io.weir.engine.fingerprint;

/**
 * Letters of other scripts that are drawn like a Latin one. Source: the Cyrillic and Greek single letters of
 * confusables.txt (Unicode Technical Standard 39), small letters, and small forms of the capitals that look alike.
 */
final class Lookalikes {

    private static final String CYRILLIC = "\u0430a\u0432b\u0435e\u043ak\u043cm\u043dh\u043eo\u0440p\u0441c\u0442t"
            + "\u0443y\u0445x\u0455s\u0456i\u0458j\u04bbh\u0501d\u051bq\u051dw\u04cfl";
    private static final String GREEK =
            "\u03b1a\u03b2b\u03b5e\u03b6z\u03b7h\u03b9i\u03bak\u03bcm\u03bdn\u03bfo\u03c1p\u03c4t\u03c5y\u03c7x";
    private static final int FIRST = 0x0370;
    private static final int LAST = 0x052f;
    private static final char[] TABLE = table();

    private Lookalikes() {}

    /** The Latin letter that a small letter looks like, or the letter itself. */
    static int latin(int letter) {
        return letter < FIRST || letter > LAST || TABLE[letter - FIRST] == 0 ? letter : TABLE[letter - FIRST];
    }

    private static char[] table() {
        char[] table = new char[LAST - FIRST + 1];
        String pairs = CYRILLIC + GREEK;
        for (int i = 0; i < pairs.length(); i += 2) {
            table[pairs.charAt(i) - FIRST] = pairs.charAt(i + 1);
        }
        return table;
    }
}
