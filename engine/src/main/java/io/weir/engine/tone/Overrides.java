package io.weir.engine.tone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the words by which a text sets itself above the task of whoever reads it. {@code overrides.txt} lists the
 * expressions; all repeats are bounded.
 */
final class Overrides {

    private static final String RESOURCE = "overrides.txt";

    /** Lines are wrapped and indented wherever they are stored. */
    private static final String WHITE_SPACE = "\\s{1,12}";

    private static final SiftedPattern OVERRIDE =
            new SiftedPattern(expressions(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private Overrides() {}

    /** Where such words end in a text, in order. */
    static int[] ends(String text) {
        return OVERRIDE.ends(text);
    }

    private static List<String> expressions() {
        try (InputStream in = Overrides.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing from the engine's jar");
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
}
