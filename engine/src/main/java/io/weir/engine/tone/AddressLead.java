package io.weir.engine.tone;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells whether the words around an address make it one that somebody shall deliver to. */
final class AddressLead {

    private static final int UNITS_MAX = 320;
    private static final int WORDS_MAX = 9;
    private static final int UNITS_AFTER_MAX = 80;

    /**
     * How many words that no list holds may stand between a lead and its address: one, as of a kind of place, or two
     * with capitals, as of a person.
     */
    private static final int UNLISTED_WEIGHT_MAX = 2;

    private static final String BETWEEN_WORDS = " \t\r\n:,'\"`(<[\\*#@/\u00AB\u201C\u201E\u2018";

    /** Signs that belong to a number and not to the words before it. */
    private static final String NUMBER_SIGNS = "+-";

    /** What whoever has this address shall get. */
    private static final Pattern DEMAND =
            Pattern.compile("[\"'`)>\\]]{0,4}\\s{1,4}(?:(?:also|urgently|still|now|really)"
                    + " )?(?:needs?|requires?|wants?|expects?|awaits?|must|should|shall|(?:has|have|ought|is|are) to|is"
                    + " (?:waiting|expecting|owed))\\b");

    /** A sentence that says who gets what another one orders to deliver. */
    private static final Pattern DESIGNATION = Pattern.compile(
            "\\b(?:recipient|destination|addressee|receiver)\\s{1,12}(?:\\w{1,15}\\s{1,12}){0,3}is\\s{1,12}\\W{0,3}$");

    /** Programs that send what they are told to. */
    private static final String PROGRAMS =
            "\\b(?:curl|wget|scp|rsync|n?cat|nc|socat|ssh|sftp|Invoke-\\w{1,20}|requests\\.\\w{1,10}|git push)\\b";

    private static final Pattern PROGRAM = Pattern.compile(PROGRAMS);
    private static final Pattern COMMAND = Pattern.compile(PROGRAMS + "[^\\n]{0,200}$");

    private static final int COMMAND_UNITS_MAX = 240;

    private static final int DESIGNATION_UNITS_MAX = 80;

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}-]{0,30}+|[.!?;\\n]");

    private final String text;
    private @Nullable Boolean commands;

    AddressLead(String text) {
        this.text = text;
    }

    /** Whether the words before an address lead to it. Read backwards, since in most texts the first one does not. */
    boolean leadsTo(int address) {
        int end = skipBack(address, c -> NUMBER_SIGNS.indexOf(c) >= 0);
        int unlisted = 0;
        for (int words = 0; words < WORDS_MAX; words++) {
            int gap = skipBack(end, c -> BETWEEN_WORDS.indexOf(c) >= 0);
            int start = skipBack(gap, AddressLead::isOfWord);
            String word = text.substring(start, gap).toLowerCase(Locale.ROOT);
            String between = text.substring(gap, end);
            // "Contact: ..." may be a field of data, and "to my email: ..." leads by what stands before.
            boolean label = between.indexOf(':') >= 0 && OrderWords.knows(word);
            if (Grammar.is(word, WordRole.LEAD) && !label) {
                return true;
            }
            if (!Grammar.is(word, WordRole.FILLER) && !Grammar.is(word, WordRole.LEAD)) {
                boolean capital = start < gap && Character.isUpperCase(text.charAt(start));
                unlisted += capital ? 1 : UNLISTED_WEIGHT_MAX;
                // What stands before a colon is a label, and a comma begins something else.
                boolean parted = between.indexOf(',') >= 0 || between.indexOf(':') >= 0;
                if (word.isEmpty() || parted || unlisted > UNLISTED_WEIGHT_MAX) {
                    return false;
                }
            }
            end = start;
        }
        return false;
    }

    /** Whether an address is an argument of a command that the text spells out. */
    boolean isCommanded(int address) {
        if (commands == null) {
            commands = PROGRAM.matcher(text).find();
        }
        return commands
                && COMMAND.matcher(text)
                        .region(Math.max(0, address - COMMAND_UNITS_MAX), address)
                        .find();
    }

    /** Whether the words after an address say that somebody there shall get something. */
    boolean isDemanding(int addressEnd) {
        return DEMAND.matcher(text)
                .region(addressEnd, Math.min(text.length(), addressEnd + UNITS_AFTER_MAX))
                .lookingAt();
    }

    /** Whether the sentence ends in a verb that orders from there. */
    boolean isOrderedFromBehind(int addressEnd) {
        Matcher words = WORD.matcher(text).region(addressEnd, Math.min(text.length(), addressEnd + UNITS_AFTER_MAX));
        while (words.find() && Character.isLetter(text.charAt(words.start()))) {
            if (Grammar.is(words.group().toLowerCase(Locale.ROOT), WordRole.FINAL)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an address is said to be the one that something goes to. */
    boolean isDesignated(int address) {
        return DESIGNATION
                .matcher(text)
                .region(Math.max(0, address - DESIGNATION_UNITS_MAX), address)
                .find();
    }

    private static boolean isOfWord(int sign) {
        return Character.isLetterOrDigit(sign) || sign == '-';
    }

    private int skipBack(int end, IntPredicate skipped) {
        int at = end;
        while (at > Math.max(0, end - UNITS_MAX) && skipped.test(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }
}
