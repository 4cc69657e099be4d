package io.weir.engine.redact;

import io.weir.engine.detect.Detection;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.LeafEditor;
import io.weir.engine.payload.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Writes replacements over detections. Used by one thread. */
final class Replacement implements LeafEditor {

    private final List<Detection> detections;
    private final ValueWriter writer;
    private final NavigableMap<String, List<Span>> byAddress = new TreeMap<>();

    Replacement(List<Detection> detections, ValueWriter writer) {
        this.writer = writer;
        this.detections = detections;
    }

    /** Has a detection, by its index, replaced in the leaf at an address. */
    void add(String address, int index) {
        Detection detection = detections.get(index);
        byAddress
                .computeIfAbsent(address, none -> new ArrayList<>())
                .add(new Span(detection.start(), detection.end(), index));
    }

    boolean isEmpty() {
        return byAddress.isEmpty();
    }

    @Override
    public List<Span> spans(Leaf leaf) {
        List<Span> spans = byAddress.getOrDefault(leaf.address(), List.of());
        return spans.stream().sorted(Comparator.comparingInt(Span::start)).toList();
    }

    @Override
    public String replacement(int cause, String value) {
        return writer.replacement(detections.get(cause), value);
    }

    @Override
    public String enclosure(int cause, String text) {
        return writer.enclosure(detections.get(cause), text);
    }

    @Override
    public boolean isReversible(int cause) {
        return writer.isReversible(detections.get(cause));
    }

    @Override
    public Number number(int cause, Number number) {
        return MaskedNumber.of(number);
    }

    @Override
    public boolean concerns(String address) {
        String next = byAddress.ceilingKey(address);
        return next != null && next.startsWith(address);
    }
}
