package io.weir.edge.response;

import java.nio.CharBuffer;

/** Cuts a text that is in memory into parts that overlap, each small enough to be reported at once. */
public final class TextParts {

    private final CharBuffer text;
    private final TextWindow window;

    /**
     * The parts of a text.
     *
     * @param windowBytes most bytes of a part, in JSON
     */
    public TextParts(String text, int windowBytes) {
        this.text = CharBuffer.wrap(text.toCharArray());
        this.window = new TextWindow(windowBytes, ReportLimits.OVERLAP_UNITS);
    }

    /** Whether there is more text. */
    public boolean hasNext() {
        return text.hasRemaining();
    }

    /** The next part. */
    public String next() {
        window.append(text);
        String part = window.text();
        window.advance();
        return part;
    }

    /** UTF-16 units that no part has held yet. */
    public int remainingUnits() {
        return text.remaining();
    }
}
