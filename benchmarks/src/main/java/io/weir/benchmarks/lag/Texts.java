package io.weir.benchmarks.lag;

import java.util.SplittableRandom;

/** Texts of made-up words, no two of which share a run of any length. For one thread. */
final class Texts {

    private static final String LETTERS = "abcdefghiklmnoprstuvw";

    private final SplittableRandom random;

    Texts(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Prose of about this length. */
    String prose(int units) {
        StringBuilder text = new StringBuilder(units + 12);
        while (text.length() < units) {
            int length = 2 + random.nextInt(8);
            for (int i = 0; i < length; i++) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            text.append(random.nextInt(12) == 0 ? ". " : " ");
        }
        return text.toString();
    }

    /** A social security number that may exist. */
    String securityNumber() {
        return "%03d-%02d-%04d".formatted(100 + random.nextInt(560), 1 + random.nextInt(99), 1 + random.nextInt(9_999));
    }
}
