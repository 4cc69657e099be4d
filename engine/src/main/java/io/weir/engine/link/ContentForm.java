package io.weir.engine.link;

import io.weir.engine.fingerprint.PackedPrints;
import io.weir.engine.fingerprint.Print;
import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import java.util.List;

/** The packed form of prints: about 11 bytes each. */
final class ContentForm {

    private ContentForm() {}

    /** Writes prints: as they came in, or else one after the other, behind a number below 0. */
    static void putPrints(PackedOutput out, List<Print> prints) {
        if (prints instanceof PackedPrints packed) {
            out.putNumber(packed.packed().length).putAll(packed.packed());
            return;
        }
        out.putNumber(-1L - prints.size());
        int leaf = 0;
        int start = 0;
        for (Print print : prints) {
            out.putNumber(print.leaf() - leaf)
                    .putNumber(print.start() - start)
                    .putNumber(print.end() - print.start())
                    .putLong(print.hash());
            leaf = print.leaf();
            start = print.start();
        }
    }

    /** Reads what {@link #putPrints} has written. */
    static List<Print> getPrints(PackedInput in) {
        int number = in.getInt();
        return number >= 0 ? PackedPrints.of(in.getAll(number)) : getEach(in, -1 - number);
    }

    /** Reads the form that was written before: always one after the other. */
    static List<Print> getUnpacked(PackedInput in) {
        return getEach(in, in.getCount());
    }

    private static List<Print> getEach(PackedInput in, int count) {
        int[] place = new int[2];
        return in.getEach(count, () -> {
            place[0] += in.getInt();
            place[1] += in.getInt();
            int length = in.getInt();
            return new Print(in.getLong(), place[0], place[1], place[1] + length);
        });
    }
}
