package io.weir.edge.mcp.pin;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells definitions that speak to the model like an order: to forget other orders, to hide something from the user, to
 * read files or call other tools first; and text that people cannot see. Words only, so a hint and no proof.
 */
public final class InjectedText {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final List<Pattern> ORDERS = List.of(
            Pattern.compile(
                    "\\b(?:ignore|disregard|forget|override)\\s{1,4}(?:\\w{1,12}\\s{1,4}){0,3}"
                            + "(?:previous|prior|above|earlier|other|system)\\s{1,4}(?:\\w{1,12}\\s{1,4}){0,2}"
                            + "(?:instruction|prompt|rule|message|order)",
                    FLAGS),
            Pattern.compile(
                    "\\b(?:do\\s{1,4}not|don't|never|without)\\s{1,4}(?:\\w{1,12}\\s{1,4}){0,2}"
                            + "(?:tell|telling|mention|mentioning|inform|informing|notify|notifying|reveal|alert|show)"
                            + "(?:ing)?\\s{1,4}(?:\\w{1,12}\\s{1,4}){0,3}(?:the\\s{1,4})?user\\b",
                    FLAGS),
            Pattern.compile(
                    "<\\s{0,3}/?\\s{0,3}(?:important|system|secret|instructions?|hidden|assistant)\\s{0,3}>", FLAGS),
            Pattern.compile(
                    "\\b(?:before|prior\\s{1,4}to|when|after|whenever)\\s{1,4}(?:\\w{1,12}\\s{1,4}){0,3}"
                            + "(?:using|calling|invoking|running|use|call|invoke|run)\\b[^.\\n]{0,60}"
                            + "\\b(?:you\\s{1,4}must|must\\s{1,4}first|first)\\s{1,4}(?:\\w{1,12}\\s{1,4}){0,2}"
                            + "(?:read|call|send|include|pass|fetch|access|open)\\b",
                    FLAGS),
            Pattern.compile(
                    "(?:~/\\.(?:ssh|aws|cursor|config|netrc|gnupg)|id_rsa|/etc/passwd|\\.env\\b).{0,80}"
                            + "\\b(?:pass|include|send|content|as)\\b",
                    FLAGS | Pattern.DOTALL),
            Pattern.compile(
                    "\\b(?:send|forward|bcc|upload|post|exfiltrate)\\b[^.\\n]{0,60}\\b(?:all|every|each|any)\\b"
                            + "[^.\\n]{0,60}\\b(?:to|at)\\s{1,4}(?:https?://|[\\w.+-]{1,64}@)",
                    FLAGS));

    private InjectedText() {}

    /** Whether one of the texts is such an order. */
    public static boolean isIn(List<String> texts) {
        return texts.stream().anyMatch(InjectedText::isIn);
    }

    /** Whether the text is such an order. */
    public static boolean isIn(String text) {
        if (text.codePoints().anyMatch(InjectedText::isInvisible)) {
            return true;
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return ORDERS.stream().anyMatch(order -> order.matcher(plain).find());
    }

    /** Tags and variation selectors beyond the first sixteen hide text; so do controls of writing direction. */
    private static boolean isInvisible(int point) {
        return (point >= 0xE0000 && point <= 0xE0FFF)
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)
                || point == 0x200B
                || (point >= 0x2060 && point <= 0x2064);
    }
}
