package io.weir.engine.link;

import io.weir.engine.fingerprint.PackedPrints;
import io.weir.schemas.event.PackedValues;
import java.util.function.IntUnaryOperator;

/**
 * The hashes of reads that came to a bucket one after the other. It is small enough for a processor's cache, so that
 * what is added does not wait for memory; and to forget is to count, until half of the layer is gone.
 */
final class BucketLayer {

    private final int first;
    private final PrintIndex prints;
    private final PrintIndex values = new PrintIndex();
    private int weight;
    private int live;

    /** A layer whose first read has this number, with room for so many prints. */
    BucketLayer(int first, int expected) {
        this.first = first;
        this.prints = new PrintIndex(expected);
    }

    void add(int number, SessionRead read) {
        weight += read.weight();
        live += read.weight();
        for (int i = 0; i < read.prints().size(); i++) {
            prints.add(PackedPrints.hash(read.prints(), i), number);
        }
        for (int i = 0; i < read.values().size(); i++) {
            values.add(PackedValues.hash(read.values(), i), number);
        }
    }

    /** Takes note that a read is forgotten, of this weight. */
    void lose(int lostWeight) {
        live -= lostWeight;
    }

    /** Two layers in one, the other one being the later; reads whose number becomes negative are left out. */
    BucketLayer with(BucketLayer later, IntUnaryOperator numbers) {
        BucketLayer both = renumbered(first, live + later.live, numbers);
        later.prints.copyTo(both.prints, numbers);
        later.values.copyTo(both.values, numbers);
        both.live += later.live;
        both.weight = both.live;
        return both;
    }

    /** The same with other numbers; reads whose number becomes negative are left out. */
    BucketLayer renumbered(int newFirst, IntUnaryOperator numbers) {
        return renumbered(newFirst, live, numbers);
    }

    private BucketLayer renumbered(int newFirst, int expected, IntUnaryOperator numbers) {
        BucketLayer renumbered = new BucketLayer(newFirst, expected);
        prints.copyTo(renumbered.prints, numbers);
        values.copyTo(renumbered.values, numbers);
        renumbered.live = live;
        renumbered.weight = live;
        return renumbered;
    }

    /** Number of the first read that may be here. */
    int first() {
        return first;
    }

    /** Prints of the reads, by number. */
    PrintIndex prints() {
        return prints;
    }

    /** Values of the reads, by number. */
    PrintIndex values() {
        return values;
    }

    /** Prints and values that take room. */
    int weight() {
        return weight;
    }

    /** Prints and values of reads that are not forgotten. */
    int live() {
        return live;
    }
}
