package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import java.util.List;

/**
 * The packed form of prints: about 11 bytes each.
 */
final class ContentForm {

    private ContentForm() {}

    static void putPrints(PackedOutput out, List<Print> prints) {
        out.putNumber(prints.size());
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

    static List<Print> getPrints(PackedInput in) {
        int[] place = new int[2];
        return in.getEach(() -> {
            place[0] += in.getInt();
            place[1] += in.getInt();
            int length = in.getInt();
            return new Print(in.getLong(), place[0], place[1], place[1] + length);
        });
    }
}
