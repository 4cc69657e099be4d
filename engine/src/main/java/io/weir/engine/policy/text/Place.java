package io.weir.engine.policy.text;

/**
 * Where something stands in a file.
 *
 * @param line from 1; 0 where there is no file
 * @param column from 1; 0 where there is no file
 */
public record Place(int line, int column) {

    /** No file. */
    public static final Place NONE = new Place(0, 0);
}
