package io.weir.engine.tone;

import java.util.List;

/**
 * Finds the words by which a text sets itself above the task of whoever reads it. {@code overrides.txt} lists the
 * expressions; all repeats are bounded.
 */
final class Overrides {

    private static final List<String> EXPRESSIONS = Expressions.of("overrides.txt");

    private static final SiftedPattern OVERRIDE = new SiftedPattern(EXPRESSIONS, Expressions.FLAGS);

    /** What a text without any sign beyond ASCII may hold: most texts are such, and fewer expressions are. */
    private static final SiftedPattern IN_ASCII =
            new SiftedPattern(EXPRESSIONS.stream().filter(Expressions::isAscii).toList(), Expressions.FLAGS);

    private Overrides() {}

    /** Where such words end in a text, in order. */
    static int[] ends(String text) {
        return (Expressions.isAscii(text) ? IN_ASCII : OVERRIDE).ends(text);
    }
}
