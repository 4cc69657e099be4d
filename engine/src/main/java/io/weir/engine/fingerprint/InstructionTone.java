package io.weir.engine.fingerprint;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a stretch of text reads like an instruction to whoever reads it. Data describes; an injected instruction
 * addresses the agent and orders an action. Both signs must stand close to the value in question.
 *
 * <p>A heuristic for English on ordinary words, weighed by the linker, never decisive by itself.
 */
final class InstructionTone {

    /** UTF-16 units looked at on either side of a value. */
    private static final int REACH = 240;

    private static final Pattern ORDER = words(List.of(
            "send",
            "email",
            "e-mail",
            "mail",
            "forward",
            "share",
            "post",
            "upload",
            "submit",
            "transfer",
            "pay",
            "wire",
            "visit",
            "browse",
            "open",
            "fetch",
            "call",
            "contact",
            "reply",
            "write",
            "include",
            "attach",
            "copy",
            "add",
            "invite",
            "grant",
            "deliver",
            "report",
            "provide"));

    private static final Pattern ADDRESS = words(List.of(
            "please",
            "you",
            "your",
            "must",
            "should",
            "need to",
            "have to",
            "make sure",
            "do not",
            "don't",
            "important",
            "urgent",
            "instruction",
            "instructions",
            "ignore",
            "instead",
            "before",
            "first",
            "then",
            "immediately",
            "required",
            "task"));

    private InstructionTone() {}

    /** Whether the text around a range orders something. */
    static boolean around(String text, int start, int end) {
        String near = text.substring(Math.max(0, start - REACH), Math.min(text.length(), end + REACH / 2))
                .toLowerCase(Locale.ROOT);
        return ORDER.matcher(near).find() && distinct(ADDRESS.matcher(near)) >= 2;
    }

    private static long distinct(Matcher matcher) {
        return matcher.results()
                .map(result -> result.group())
                .distinct()
                .limit(2)
                .count();
    }

    private static Pattern words(List<String> words) {
        return Pattern.compile("\\b(?:" + String.join("|", words) + ")\\b");
    }
}
