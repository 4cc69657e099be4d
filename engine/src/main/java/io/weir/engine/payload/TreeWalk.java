package io.weir.engine.payload;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The walk over a tree of maps and lists. Copies only what changes. Used by one thread. */
final class TreeWalk {

    private final TextWalk texts;
    private final LeafEditor editor;
    private final ReadingBudget budget;
    private int lastCause = -1;

    TreeWalk(TextWalk texts, LeafEditor editor, ReadingBudget budget) {
        this.texts = texts;
        this.editor = editor;
        this.budget = budget;
    }

    /** The editor's reason for the last change. */
    int lastCause() {
        return lastCause;
    }

    /** A value as the editor wants it: the very same object where it wants no change. */
    @Nullable
    Object value(@Nullable Object value, Place place) {
        if (value instanceof String text) {
            return text(text, place);
        }
        if (value instanceof Number number) {
            return number(number, place);
        }
        if (value instanceof Map<?, ?> map) {
            return admits(place) ? map(map, place) : value;
        }
        if (value instanceof List<?> list) {
            return admits(place) ? list(list, place) : value;
        }
        if (value != null && !(value instanceof Boolean)) {
            budget.refuseValue();
        }
        return value;
    }

    /** A text as the editor wants it. */
    String text(String text, Place place) {
        Patches patches = texts.patches(text, place);
        if (patches == null) {
            return text;
        }
        lastCause = patches.cause();
        return patches.apply(text);
    }

    /** A name as the editor wants it. Plain names are no content. */
    String name(String name, Place place) {
        return Address.isPlain(name) ? name : text(name, place.asName());
    }

    private boolean admits(Place place) {
        return editor.concerns(place.address()) && budget.admitsDepth(place.depth() + 1);
    }

    private Number number(Number number, Place place) {
        String text = NumberText.of(number);
        if (!budget.admitsLeaf(text.length())) {
            return number;
        }
        List<Span> spans = editor.spans(new Leaf(place.address(), place.key(), text));
        if (spans.isEmpty()) {
            return number;
        }
        lastCause = spans.get(0).cause();
        return editor.number(lastCause, number);
    }

    private Object list(List<?> list, Place place) {
        List<@Nullable Object> edited = null;
        int index = 0;
        for (Object before : list) {
            Object after = value(before, place.element(index));
            if (after != before && edited == null) {
                edited = new ArrayList<>(list);
            }
            if (edited != null) {
                edited.set(index, after);
            }
            index++;
        }
        return edited == null ? list : edited;
    }

    private Object map(Map<?, ?> map, Place place) {
        EditedMap edited = null;
        int position = 0;
        for (Map.Entry<?, ?> member : map.entrySet()) {
            String name = String.valueOf(member.getKey());
            Place below = place.member(name, position);
            String newName = name(name, below);
            Object before = member.getValue();
            Object after = value(before, below);
            if (edited == null && (after != before || !newName.equals(name))) {
                edited = EditedMap.of(map, position);
            }
            if (edited != null) {
                edited.put(newName, after);
            }
            position++;
        }
        return edited == null ? map : edited.members();
    }
}
