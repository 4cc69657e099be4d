package io.weir.engine.payload;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one walk over a body. The reader uses it to collect leaves, the redactor to replace them, so both see the same
 * leaves under the same addresses.
 *
 * <p>Copy on write: where an editor changes nothing, the walk gives back the very object that came in.
 */
public final class BodyWalk {

    private static final String BODY = "/body";

    private final ReadingLimits limits;

    /** A walk within limits. Immutable and safe to share. */
    public BodyWalk(ReadingLimits limits) {
        this.limits = limits;
    }

    /**
     * Walks a body and gives back what the editor made of it: same shape, same types, same order of members.
     *
     * @param body JSON value: map, list, string, number, boolean or null
     * @param format how a string body is to be read
     */
    public @Nullable Object edit(@Nullable Object body, BodyFormat format, LeafEditor editor) {
        return edit(body, format, editor, ReadingBudget.forEditing(limits));
    }

    /** Walks on a budget that other parts of the payload have already drawn from. */
    @Nullable
    Object edit(@Nullable Object body, BodyFormat format, LeafEditor editor, ReadingBudget budget) {
        TextWalk texts = new TextWalk(editor, budget);
        Place root = Place.root(BODY, "");
        if (body instanceof String text && format.kind() != BodyFormat.Kind.TREE) {
            return format.kind() == BodyFormat.Kind.FORM
                    ? form(text, root, texts.trees())
                    : parts(text, format.boundary(), root, new PartWalk(texts, budget), new Patches(editor));
        }
        return texts.trees().value(body, root);
    }

    private static String form(String text, Place root, TreeWalk trees) {
        FormText form = FormText.parse(text);
        List<String> addresses = form.addresses(root.address() + Address.FORM_MARK);
        List<FormText.Pair> edited = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            FormText.Pair pair = form.pairs().get(i);
            Place below = Place.root(addresses.get(i), pair.name());
            edited.add(pair.with(trees.name(pair.name(), below), trees.text(pair.value(), below)));
        }
        return edited.equals(form.pairs()) ? text : new FormText(edited).write();
    }

    private static String parts(String text, String boundary, Place root, PartWalk parts, Patches patches) {
        parts.add(text, boundary, root, 0, patches);
        return patches.apply(text);
    }
}
