package io.weir.engine.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which programs to try at the start of a word with digits, by how the word starts. Immutable and safe to share. */
final class WordTable {

    private static final int[] NONE = {};

    private final int[][] free;
    private final int[][] conditional;
    private final int[] led;

    private WordTable(int[][] free, int[][] conditional, int[] led) {
        this.free = free;
        this.conditional = conditional;
        this.led = led;
    }

    /** Programs for a word of digits behind a letter and a blank or a hyphen: B-AB 1234. */
    int[] led() {
        return led;
    }

    /**
     * How a word starts, as one number.
     *
     * @param letters before the first digit, at most {@link WordStart#LETTERS_MAX}
     * @param digits in a row, at most {@link WordStart#DIGITS_MAX}
     * @param kind of what stands behind them
     */
    static int form(int letters, int digits, int kind) {
        return (letters * (WordStart.DIGITS_MAX + 1) + digits) * WordEnding.KINDS + kind;
    }

    /** Programs for a form. */
    int[] free(int form) {
        return free[form];
    }

    /** Programs for a form that find nothing without a context word. */
    int[] conditional(int form) {
        return conditional[form];
    }

    /** Gathers programs. */
    static final class Builder {

        private static final int FORMS = form(WordStart.LETTERS_MAX + 1, 0, 0);

        private final List<Integer> led = new ArrayList<>();
        private final Map<Integer, List<Integer>> free = new HashMap<>();
        private final Map<Integer, List<Integer>> conditional = new HashMap<>();

        void add(WordStart start, int program, boolean isConditional) {
            Map<Integer, List<Integer>> programs = isConditional ? conditional : free;
            for (int letters = 0; letters <= WordStart.LETTERS_MAX; letters++) {
                for (int digits = 1; digits <= WordStart.DIGITS_MAX; digits++) {
                    for (int kind = 0; kind < WordEnding.KINDS; kind++) {
                        if (fits(start, 0, letters, digits, kind)
                                || (start.hasLeadIn() && fits(start, 1, letters, digits, kind))) {
                            programs.computeIfAbsent(form(letters, digits, kind), form -> new ArrayList<>())
                                    .add(program);
                        }
                    }
                }
            }
        }

        void addLed(int program) {
            led.add(program);
        }

        private static boolean fits(WordStart start, int leadIn, int letters, int digits, int kind) {
            return digits >= start.digitsMin(leadIn, letters)
                    && digits <= start.digitsMax(leadIn, letters)
                    && (digits == WordStart.DIGITS_MAX || start.mayEndIn(leadIn, letters, digits, kind));
        }

        WordTable build() {
            return new WordTable(arrays(free), arrays(conditional), numbers(led));
        }

        private static int[][] arrays(Map<Integer, List<Integer>> lists) {
            int[][] arrays = new int[FORMS][];
            Arrays.fill(arrays, NONE);
            lists.forEach((form, list) -> arrays[form] = numbers(list));
            return arrays;
        }

        private static int[] numbers(List<Integer> list) {
            return list.stream().mapToInt(Integer::intValue).toArray();
        }
    }
}
