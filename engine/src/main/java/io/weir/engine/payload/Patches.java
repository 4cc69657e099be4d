package io.weir.engine.payload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The replacements in one text, gathered from the text itself and from all that was read out of it. Used by one thread.
 *
 * <p>Patches that overlap become one over the whole range: the same value was seen in two ways, or a value reaches into
 * an encoded part, and then nothing of either may stay.
 */
final class Patches {

    private final LeafEditor editor;
    private @Nullable List<Patch> patches;

    Patches(LeafEditor editor) {
        this.editor = editor;
    }

    void add(Patch patch) {
        if (patch.start() < patch.end()) {
            patches = patches == null ? new ArrayList<>() : patches;
            patches.add(patch);
        }
    }

    void addSpans(List<Span> spans, int length) {
        for (Span span : spans) {
            add(Patch.value(Math.max(0, span.start()), Math.min(length, span.end()), span.cause()));
        }
    }

    boolean isEmpty() {
        return patches == null;
    }

    boolean isReversible(int cause) {
        return editor.isReversible(cause);
    }

    /** Reason of the first patch. */
    int cause() {
        return patches == null ? -1 : patches.get(0).cause();
    }

    /** The patches in order, none overlapping another; what to write may still be open. */
    List<Patch> merged() {
        if (patches == null) {
            return List.of();
        }
        patches.sort(Comparator.comparingInt(Patch::start).thenComparing(Patch::end, Comparator.reverseOrder()));
        List<Patch> merged = new ArrayList<>();
        Patch open = patches.get(0);
        for (Patch next : patches.subList(1, patches.size())) {
            if (next.start() < open.end()) {
                open = union(open, next);
            } else {
                merged.add(open);
                open = next;
            }
        }
        merged.add(open);
        return merged;
    }

    /** The patches in order, none overlapping another, all with what to write. */
    List<Patch> resolved(String text) {
        return merged().stream().map(patch -> ready(patch, text)).toList();
    }

    /** The text with everything replaced. */
    String apply(String text) {
        if (patches == null) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        int copied = 0;
        for (Patch patch : resolved(text)) {
            replaced.append(text, copied, patch.start()).append(patch.ready());
            copied = patch.end();
        }
        return replaced.append(text, copied, text.length()).toString();
    }

    /** What a direct look at a text found is kept as it is; whatever only overlaps it goes with it as a whole. */
    private static Patch union(Patch first, Patch second) {
        if (first.covers(second) && first.ready() == null) {
            return first;
        }
        if (second.covers(first) && second.ready() == null) {
            return second;
        }
        int cause = first.ready() == null ? first.cause() : second.cause();
        return Patch.enclosure(first.start(), Math.max(first.end(), second.end()), cause);
    }

    private Patch ready(Patch patch, String text) {
        if (patch.ready() != null) {
            return patch;
        }
        String old = text.substring(patch.start(), patch.end());
        String written = patch.exact() ? editor.replacement(patch.cause(), old) : editor.enclosure(patch.cause(), old);
        return Patch.rewritten(patch.start(), patch.end(), patch.cause(), written);
    }
}
