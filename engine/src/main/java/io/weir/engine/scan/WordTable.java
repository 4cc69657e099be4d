package io.weir.engine.scan;

import java.util.ArrayList;
import java.util.List;

/** Which programs to try at the start of a word with digits, by how the word starts. Immutable and safe to share. */
final class WordTable {

    private static final int[] NONE = {};

    private final int[][] programs;

    private WordTable(int[][] programs) {
        this.programs = programs;
    }

    /** Programs for a word that starts with so many letters and then so many digits. */
    int[] programs(int letters, int digits) {
        return programs[letters * (WordStart.DIGITS_MAX + 1) + digits];
    }

    /** Gathers programs. */
    static final class Builder {

        private final List<List<Integer>> programs = new ArrayList<>();

        Builder() {
            for (int i = 0; i < (WordStart.LETTERS_MAX + 1) * (WordStart.DIGITS_MAX + 1); i++) {
                programs.add(new ArrayList<>());
            }
        }

        void add(WordStart start, int program) {
            for (int letters = 0; letters <= WordStart.LETTERS_MAX; letters++) {
                for (int digits = 1; digits <= WordStart.DIGITS_MAX; digits++) {
                    if (fits(start, 0, letters, digits) || (start.hasLeadIn() && fits(start, 1, letters, digits))) {
                        programs.get(letters * (WordStart.DIGITS_MAX + 1) + digits)
                                .add(program);
                    }
                }
            }
        }

        private static boolean fits(WordStart start, int leadIn, int letters, int digits) {
            return digits >= start.digitsMin(leadIn, letters) && digits <= start.digitsMax(leadIn, letters);
        }

        WordTable build() {
            return new WordTable(programs.stream()
                    .map(list -> list.isEmpty()
                            ? NONE
                            : list.stream().mapToInt(Integer::intValue).toArray())
                    .toArray(int[][]::new));
        }
    }
}
