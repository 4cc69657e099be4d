package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.schemas.packed.PackedOutput;
import java.util.List;

/** Prints as they were stored before: their number, then each as its distance from the one before. */
final class PlainPrints {

    private PlainPrints() {}

    static void put(PackedOutput out, List<Print> prints) {
        out.putNumber(prints.size());
        int leaf = 0;
        int start = 0;
        for (Print print : prints) {
            out.putNumber(print.leaf() - leaf).putNumber(print.start() - start);
            out.putNumber(print.end() - print.start()).putLong(print.hash());
            leaf = print.leaf();
            start = print.start();
        }
    }
}
