package io.weir.engine.link;

import io.weir.engine.fingerprint.PackedPrints;
import io.weir.engine.fingerprint.Print;
import io.weir.schemas.event.PackedValues;
import io.weir.schemas.event.ValuePrint;
import java.util.List;

/** The hashes of a content in an array: who looks for many of them in a loop waits for memory only, and not for each. */
final class ContentHashes {

    private ContentHashes() {}

    /** Those of the prints, and then those of the values. */
    static long[] of(List<Print> prints, List<ValuePrint> values) {
        long[] hashes = new long[prints.size() + values.size()];
        for (int i = 0; i < prints.size(); i++) {
            hashes[i] = PackedPrints.hash(prints, i);
        }
        for (int i = 0; i < values.size(); i++) {
            hashes[prints.size() + i] = PackedValues.hash(values, i);
        }
        return hashes;
    }
}
