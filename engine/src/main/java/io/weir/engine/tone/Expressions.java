package io.weir.engine.tone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a resource that lists one expression a line, in any case of letters; a space stands for any white space. */
final class Expressions {

    static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;

    private static final int ASCII_END = 0x80;

    /** Lines are wrapped and indented wherever they are stored. */
    private static final String WHITE_SPACE = "\\s{1,12}";

    private Expressions() {}

    /** The expressions, in order; they want {@link #FLAGS}. */
    static List<String> of(String resource) {
        try (InputStream in = Expressions.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing from the engine's jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.replace(" ", WHITE_SPACE))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a text has no sign beyond ASCII. */
    static boolean isAscii(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) < ASCII_END) {
            at++;
        }
        return at == text.length();
    }
}
