package io.weir.engine.redact;

import io.weir.engine.payload.BodyFormat;
import io.weir.engine.payload.BodyWalk;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.LeafEditor;
import io.weir.engine.payload.ReadingLimits;
import io.weir.engine.payload.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives an approved recipient the values of one tenant back that were redacted in the style
 * {@link RedactionStyle#SEALED}. A token of another tenant, or one that somebody made up or changed, stays as it is.
 * Values come back to the last character; only percent codes and JSON escapes of characters that need none do not.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Detokenizer {

    private final Seal seal;
    private final BodyWalk walk;

    /** A detokenizer of one tenant, for bodies within the limits that they were redacted with. */
    public Detokenizer(RedactionKey key, ReadingLimits limits) {
        this.seal = new Seal(key);
        this.walk = new BodyWalk(limits);
    }

    /** A text with its tokens opened. */
    public String restore(String text) {
        StringBuilder restored = new StringBuilder(text.length());
        int copied = 0;
        for (Span token : tokens(text)) {
            restored.append(text, copied, token.start()).append(open(text.substring(token.start(), token.end())));
            copied = token.end();
        }
        return restored.append(text, copied, text.length()).toString();
    }

    /** A body with its tokens opened, wherever redaction wrote them: also inside encodings. */
    public @Nullable Object restore(@Nullable Object body, BodyFormat format) {
        return walk.edit(body, format, new Opening());
    }

    private static List<Span> tokens(String text) {
        List<Span> tokens = new ArrayList<>();
        int start = text.indexOf(SealingTokenizer.BEGINNING);
        while (start >= 0) {
            int end = text.indexOf(SealingTokenizer.END, start) + 1;
            if (end == 0) {
                return tokens;
            }
            tokens.add(new Span(start, end, 0));
            start = text.indexOf(SealingTokenizer.BEGINNING, end);
        }
        return tokens;
    }

    private String open(String token) {
        int separator = token.lastIndexOf(SealingTokenizer.SEPARATOR);
        if (separator < SealingTokenizer.BEGINNING.length()) {
            return token;
        }
        String rule = token.substring(SealingTokenizer.BEGINNING.length(), separator);
        byte[] closed = LetterCode.decode(token.substring(separator + 1, token.length() - 1));
        String value = closed == null ? null : seal.open(rule, closed);
        return value == null ? token : value;
    }

    private final class Opening implements LeafEditor {

        @Override
        public List<Span> spans(Leaf leaf) {
            return tokens(leaf.text());
        }

        @Override
        public String replacement(int cause, String value) {
            return open(value);
        }

        @Override
        public String enclosure(int cause, String text) {
            return restore(text);
        }

        @Override
        public boolean isReversible(int cause) {
            return false;
        }

        @Override
        public Number number(int cause, Number number) {
            return number;
        }

        @Override
        public boolean concerns(String address) {
            return true;
        }
    }
}
