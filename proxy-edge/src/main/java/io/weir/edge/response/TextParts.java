package io.weir.edge.response;

/** Cuts a text that is in memory into parts that overlap, each small enough to be reported at once. */
public final class TextParts {

    private final String text;
    private final TextWindow window;
    private int read;

    /**
     * The parts of a text.
     *
     * @param windowBytes most bytes of a part, in JSON
     */
    public TextParts(String text, int windowBytes) {
        this.text = text;
        this.window = new TextWindow(windowBytes, ReportLimits.OVERLAP_UNITS);
    }

    /** Whether there is more text. */
    public boolean hasNext() {
        return read < text.length();
    }

    /** The next part. */
    public String next() {
        while (read < text.length() && !window.isFull()) {
            window.append(text.charAt(read++));
        }
        String part = window.text();
        window.advance();
        return part;
    }

    /** UTF-16 units that no part has held yet. */
    public int remainingUnits() {
        return text.length() - read;
    }
}
