package io.weir.engine.payload;

/**
 * One addressed text of a payload.
 *
 * @param address JSON pointer, rooted at {@code /url}, {@code /headers} or {@code /body}
 * @param key name of the nearest object member, query parameter or header above the text; empty where there is none
 * @param text the text, escapes undone
 */
public record Leaf(String address, String key, String text) {

    /** Whether this is another reading of a text that is a leaf as well: decoded, unpacked, or in other characters. */
    public boolean isDerived() {
        return Address.isDerived(address);
    }
}
