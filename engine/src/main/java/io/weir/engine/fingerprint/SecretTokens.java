package io.weir.engine.fingerprint;

import io.weir.schemas.word.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the words of a text that may be a secret: in a short text any word of six signs, in a longer one words that mix
 * letters with digits or other signs. Bounded, since each of them travels with the call's event.
 */
final class SecretTokens {

    private static final int TOKENS_MAX = 64;
    private static final int SHORT_TEXT_UNITS = 200;

    private static final Pattern TOKEN = Pattern.compile("[^\\s\"'<>(),;]{6,200}+");
    private static final String SENTENCE_MARKS = ".:!?";

    private SecretTokens() {}

    static List<FoundValue> in(String text) {
        boolean any = text.length() <= SHORT_TEXT_UNITS;
        List<FoundValue> found = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find() && found.size() < TOKENS_MAX) {
            int end = tokens.end();
            while (end > tokens.start() && SENTENCE_MARKS.indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            if (end - tokens.start() >= 6 && (any || mixed(text, tokens.start(), end))) {
                found.add(new FoundValue(ValueKind.WORD, tokens.start(), end));
            }
        }
        return found;
    }

    private static boolean mixed(String text, int start, int end) {
        int letters = 0;
        for (int i = start; i < end; i++) {
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        return letters > 0 && letters < end - start;
    }
}
