package io.weir.engine.payload;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one walk over a body tree. The reader uses it to collect leaves, the redactor to replace them, so both see the
 * same leaves under the same addresses.
 *
 * <p>Copy on write: where an editor changes nothing, the walk gives back the very object that came in.
 */
public final class BodyWalk {

    private final ReadingLimits limits;

    /** A walk within limits. Immutable and safe to share. */
    public BodyWalk(ReadingLimits limits) {
        this.limits = limits;
    }

    /**
     * Walks a body and gives back what the editor made of it: same shape, same types, same order of members.
     *
     * @param body JSON value: map, list, string, number, boolean or null
     * @param form whether a string body is an HTML form
     */
    public @Nullable Object edit(@Nullable Object body, boolean form, LeafEditor editor) {
        return new Run(editor, new ReadingBudget(limits)).body(body, form);
    }

    /** Walks on a budget that other parts of the payload have already drawn from. */
    @Nullable
    Object edit(@Nullable Object body, boolean form, LeafEditor editor, ReadingBudget budget) {
        return new Run(editor, budget).body(body, form);
    }

    /** Shows an editor one text from outside the body. It may hold JSON; what the editor makes of it is dropped. */
    void read(String address, String key, String text, LeafEditor editor, ReadingBudget budget) {
        var unused = new Run(editor, budget).string(text, new Place(address, key, 0, 0));
    }

    /**
     * Where the walk stands.
     *
     * @param address of the value
     * @param key nearest member name above
     * @param depth maps and lists above
     * @param openings opened strings above
     */
    private record Place(String address, String key, int depth, int openings) {

        Place member(String name, int position) {
            return new Place(Address.member(address, name, position), name, depth + 1, openings);
        }

        Place element(int index) {
            return new Place(Address.element(address, index), key, depth + 1, openings);
        }

        Place opened() {
            return new Place(address + Address.JSON_MARK, key, depth, openings + 1);
        }
    }

    private record Run(LeafEditor editor, ReadingBudget budget) {

        @Nullable
        Object body(@Nullable Object body, boolean form) {
            Place root = new Place("/body", "", 0, 0);
            return form && body instanceof String text ? form(text, root) : value(body, root);
        }

        private @Nullable Object value(@Nullable Object value, Place place) {
            if (value instanceof String text) {
                return string(text, place);
            }
            if (value instanceof Number number) {
                return number(number, place);
            }
            if (value instanceof Map<?, ?> map) {
                return budget.admitsDepth(place.depth() + 1) ? map(map, place) : value;
            }
            if (value instanceof List<?> list) {
                return budget.admitsDepth(place.depth() + 1) ? list(list, place) : value;
            }
            if (value != null && !(value instanceof Boolean)) {
                budget.refuseValue();
            }
            return value;
        }

        String string(String text, Place place) {
            if (EmbeddedJson.looksLikeJson(text) && budget.admitsOpening(place.openings())) {
                Object tree = EmbeddedJson.parse(text);
                if (tree != null) {
                    Object edited = value(tree, place.opened());
                    return edited == tree || edited == null ? text : EmbeddedJson.write(edited);
                }
            }
            return leaf(text, place);
        }

        private String leaf(String text, Place place) {
            if (text.isEmpty() || !budget.admitsLeaf(text.length())) {
                return text;
            }
            return editor.text(new Leaf(place.address(), place.key(), text));
        }

        private Number number(Number number, Place place) {
            String text = NumberText.of(number);
            if (!budget.admitsLeaf(text.length())) {
                return number;
            }
            return editor.number(new Leaf(place.address(), place.key(), text), number);
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
            Map<String, @Nullable Object> edited = new LinkedHashMap<>();
            Map<String, Integer> repeats = new HashMap<>();
            boolean changed = false;
            int position = 0;
            for (Map.Entry<?, ?> member : map.entrySet()) {
                String name = String.valueOf(member.getKey());
                Place below = place.member(name, position++);
                String newName = name(name, below);
                Object after = value(member.getValue(), below);
                changed |= after != member.getValue() || !newName.equals(name);
                edited.put(unused(edited, repeats, newName), after);
            }
            return changed ? edited : map;
        }

        private String name(String name, Place place) {
            if (Address.isPlain(name) || !budget.admitsLeaf(name.length())) {
                return name;
            }
            return editor.name(new Leaf(place.address() + Address.KEY_MARK, "", name));
        }

        // Two names that were redacted to the same label must not fall together.
        private static String unused(Map<String, ?> taken, Map<String, Integer> repeats, String name) {
            String free = name;
            while (taken.containsKey(free)) {
                free = name + "#" + repeats.merge(name, 1, (before, one) -> before + one);
            }
            return free;
        }

        private String form(String text, Place place) {
            FormText form = FormText.parse(text);
            List<String> addresses = form.addresses(place.address() + Address.FORM_MARK);
            List<FormText.Pair> edited = new ArrayList<>();
            for (int i = 0; i < addresses.size(); i++) {
                FormText.Pair pair = form.pairs().get(i);
                Place below = new Place(addresses.get(i), pair.name(), 1, 0);
                edited.add(pair.with(name(pair.name(), below), string(pair.value(), below)));
            }
            return edited.equals(form.pairs()) ? text : new FormText(edited).write();
        }
    }
}
