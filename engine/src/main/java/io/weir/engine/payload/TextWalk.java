package io.weir.engine.payload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The walk over one text and all that can be read out of it. JSON is read instead of the text; everything else (an
 * encoding, a table, other characters) is read besides it. Used by one thread.
 */
final class TextWalk {

    private final LeafEditor editor;
    private final ReadingBudget budget;
    private final TreeWalk trees;
    private final ByteWalk bytes;
    private final EncodedRuns runs = new EncodedRuns();

    // Tokens of one issuer all have the same header.
    private String lastJson = "";
    private @Nullable Object lastTree;

    TextWalk(LeafEditor editor, ReadingBudget budget) {
        this.editor = editor;
        this.budget = budget;
        this.trees = new TreeWalk(this, editor, budget);
        this.bytes = new ByteWalk(this, budget);
    }

    TreeWalk trees() {
        return trees;
    }

    /** What is to be replaced in a text; null where nothing is. */
    @Nullable
    Patches patches(String text, Place place) {
        if (text.isEmpty() || !editor.concerns(place.address())) {
            return null;
        }
        if (place.openings() == 0) {
            budget.sees(text.length());
        }
        if (EmbeddedJson.looksLikeJson(text) && budget.admitsJson(place.openings())) {
            Object tree = tree(text);
            if (tree != null) {
                return json(text, tree, place.opened(Address.JSON_MARK));
            }
        }
        return budget.admitsLeaf(text.length()) ? leaf(text, place) : null;
    }

    private @Nullable Object tree(String text) {
        if (!text.equals(lastJson)) {
            lastTree = EmbeddedJson.parse(text);
            lastJson = text;
        }
        return lastTree;
    }

    private @Nullable Patches json(String text, Object tree, Place place) {
        Object edited = trees.value(tree, place);
        if (edited == tree || edited == null) {
            return null;
        }
        Patches patches = new Patches(editor);
        patches.add(Patch.rewritten(0, text.length(), trees.lastCause(), JsonRewrite.of(text, tree, edited)));
        return patches;
    }

    private @Nullable Patches leaf(String text, Place place) {
        List<Span> spans = editor.spans(new Leaf(place.address(), place.key(), text));
        int hints = TextHints.of(text);
        if (spans.isEmpty() && hints == 0) {
            return null;
        }
        Patches patches = new Patches(editor);
        patches.addSpans(spans, text.length());
        if (hints != 0) {
            new CloserLook(this, bytes, runs, budget, patches).at(text, place, hints);
        }
        return patches.isEmpty() ? null : patches;
    }
}
