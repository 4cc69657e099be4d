package io.weir.launcher.eval.detect;

import io.weir.engine.detect.Detection;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.Payload;
import io.weir.engine.rule.Rule;
import io.weir.platform.json.Json;
import java.util.List;

/**
 * Where the leaves of a payload stand in the text that it was made of. A text that is JSON itself is read as many
 * leaves, and an encoded part of it as a leaf that does not stand in it at all.
 */
final class LeafPlaces {

    private final String text;
    private final List<Leaf> leaves;
    private final int[] starts;

    private LeafPlaces(String text, List<Leaf> leaves, int[] starts) {
        this.text = text;
        this.leaves = leaves;
        this.starts = starts;
    }

    static LeafPlaces of(String text, Payload payload) {
        List<Leaf> leaves = payload.leaves();
        int[] starts = new int[leaves.size()];
        int from = 0;
        for (int i = 0; i < starts.length; i++) {
            String leaf = leaves.get(i).text();
            int start = text.indexOf(leaf, from);
            starts[i] = start < 0 ? text.indexOf(leaf) : start;
            // The next leaf begins behind this one's start, even where both read the same.
            from = start < 0 ? from : start + (start == 0 ? 0 : 1);
        }
        return new LeafPlaces(text, leaves, starts);
    }

    Found place(Detection detection, Rule rule) {
        int start = starts[detection.leaf()];
        if (start >= 0) {
            return new Found(rule, start + detection.start(), start + detection.end());
        }
        String value = leaves.get(detection.leaf()).text().substring(detection.start(), detection.end());
        String quoted = Json.text(value);
        Found plain = find(value, rule);
        return plain.isPlaced() ? plain : find(quoted.substring(1, quoted.length() - 1), rule);
    }

    private Found find(String value, Rule rule) {
        int start = text.indexOf(value);
        return start < 0 ? Found.nowhere(rule) : new Found(rule, start, start + value.length());
    }
}
