package io.weir.engine.scan;

/** Notes where words start that a match may begin with. A word is a row of letters and digits of ASCII. */
final class WordNotes {

    private WordNotes() {}

    /**
     * Notes the word that a digit is the first of.
     *
     * @return one past the last unit of the word
     */
    static int ofDigit(ScanMemory memory, int digit) {
        char[] text = memory.text.units;
        addWord(memory, firstLetter(text, digit), digit);
        int end = digit + 1;
        while (end < memory.text.length && (isLetter(text[end]) || (text[end] >= '0' && text[end] <= '9'))) {
            end++;
        }
        return end;
    }

    /**
     * Notes the beginning of a match that has no digit in its first word.
     *
     * @param end one past the sign behind a word of letters, or past the unit behind a sign that the match begins with
     */
    static void ofBeginning(ScanMemory memory, int end) {
        char[] text = memory.text.units;
        int sign = end - 1;
        if (!isLetter(text[end - 2])) {
            memory.addWord(end - 2);
            return;
        }
        int start = firstLetter(text, sign);
        boolean digitBefore = start > 0 && text[start - 1] >= '0' && text[start - 1] <= '9';
        if (!digitBefore) {
            addWord(memory, start, sign);
        }
    }

    private static int firstLetter(char[] text, int end) {
        int start = end;
        while (start > 0 && isLetter(text[start - 1]) && end - start <= WordStart.LETTERS_MAX) {
            start--;
        }
        return start;
    }

    private static void addWord(ScanMemory memory, int start, int lettersEnd) {
        char[] text = memory.text.units;
        if (lettersEnd - start <= WordStart.LETTERS_MAX) {
            memory.addWord(start);
        }
        // The n of an escaped line end is no part of the word: \n4111 1111 1111 1111
        boolean escaped = start > 0 && start < lettersEnd && text[start - 1] == '\\' && "nrt".indexOf(text[start]) >= 0;
        if (escaped) {
            memory.addWord(start + 1);
        }
    }

    private static boolean isLetter(char unit) {
        return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
    }
}
