package io.weir.engine.payload;

import java.util.ArrayList;
import java.util.List;

/** Gathers leaves and leaves everything as it is. */
final class LeafCollector implements LeafEditor {

    private final List<Leaf> leaves = new ArrayList<>();

    List<Leaf> leaves() {
        return leaves;
    }

    @Override
    public List<Span> spans(Leaf leaf) {
        leaves.add(leaf);
        return List.of();
    }

    @Override
    public String replacement(int cause, String value) {
        return value;
    }

    @Override
    public String enclosure(int cause, String text) {
        return text;
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
