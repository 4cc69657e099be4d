package io.weir.engine.scan;

/** Notes where words with a digit in them start. A word is a row of letters and digits of ASCII. */
final class DigitWord {

    private DigitWord() {}

    /**
     * Notes the word that the first digit of it is in.
     *
     * @return one past the last unit of the word
     */
    static int note(ScanMemory memory, int digit) {
        char[] text = memory.text.units;
        int start = digit;
        while (start > 0 && isLetter(text[start - 1]) && digit - start <= WordStart.LETTERS_MAX) {
            start--;
        }
        if (digit - start <= WordStart.LETTERS_MAX) {
            memory.addWord(start);
        }
        // The n of an escaped line end is no part of the word: \n4111 1111 1111 1111
        boolean escaped = start > 0 && start < digit && text[start - 1] == '\\' && "nrt".indexOf(text[start]) >= 0;
        if (escaped) {
            memory.addWord(start + 1);
        }
        int end = digit + 1;
        while (end < memory.text.length && (isLetter(text[end]) || (text[end] >= '0' && text[end] <= '9'))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char unit) {
        return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
    }
}
