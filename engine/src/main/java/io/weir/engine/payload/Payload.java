package io.weir.engine.payload;

import java.util.List;

/**
 * A payload as its leaves.
 *
 * @param leaves in document order
 * @param gaps what could not be looked into, a line each; never content
 * @param format how the body was read
 */
public record Payload(List<Leaf> leaves, List<String> gaps, BodyFormat format) {

    /** Copies the lists. */
    public Payload {
        leaves = List.copyOf(leaves);
        gaps = List.copyOf(gaps);
    }

    /** A payload whose body, if there is one, is a JSON value. */
    public Payload(List<Leaf> leaves, List<String> gaps) {
        this(leaves, gaps, BodyFormat.TREE);
    }
}
