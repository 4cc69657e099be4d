package io.weir.engine.payload;

import java.util.ArrayList;
import java.util.List;

/** What may still be read of one payload, and a count of what could not be. Used by one thread. */
final class ReadingBudget {

    private final ReadingLimits limits;
    private int leaves;
    private long characters;
    private int leavesRefused;
    private long charactersRefused;
    private int treesRefused;
    private int openingsRefused;
    private int valuesRefused;

    ReadingBudget(ReadingLimits limits) {
        this.limits = limits;
    }

    /** Takes one leaf of {@code length} UTF-16 units from the budget, or counts it as refused. */
    boolean admitsLeaf(int length) {
        if (leaves >= limits.maxLeaves()) {
            leavesRefused++;
            return false;
        }
        if (characters + length > limits.maxCharacters()) {
            charactersRefused += length;
            return false;
        }
        leaves++;
        characters += length;
        return true;
    }

    boolean admitsDepth(int depth) {
        if (depth <= limits.maxDepth()) {
            return true;
        }
        treesRefused++;
        return false;
    }

    boolean admitsOpening(int openings) {
        if (openings < limits.maxOpenings()) {
            return true;
        }
        openingsRefused++;
        return false;
    }

    void refuseValue() {
        valuesRefused++;
    }

    /** One line per limit that was hit. Addresses are left out, since a member name can itself be content. */
    List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        if (leavesRefused > 0) {
            gaps.add(leavesRefused + " leaves not read: over the limit of " + limits.maxLeaves());
        }
        if (charactersRefused > 0) {
            gaps.add(charactersRefused + " characters not read: over the limit of " + limits.maxCharacters());
        }
        if (treesRefused > 0) {
            gaps.add(treesRefused + " maps or lists not read: deeper than " + limits.maxDepth());
        }
        if (openingsRefused > 0) {
            gaps.add(openingsRefused + " JSON strings read as text: nested more than " + limits.maxOpenings());
        }
        if (valuesRefused > 0) {
            gaps.add(valuesRefused + " values not read: not a JSON type");
        }
        return gaps;
    }
}
