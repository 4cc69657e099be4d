package io.weir.engine.fingerprint;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Prints together with the packed form that they came in, so that whoever keeps them or sends them on need not pack
 * them anew. Hashes and places stand in arrays; a {@link Print} is made of them where somebody asks for one. Immutable.
 */
public final class PackedPrints extends AbstractList<Print> implements RandomAccess {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int BYTES_PER_PRINT_MIN = 3 + Long.BYTES;
    private static final int LEAF = 0;
    private static final int START = 1;
    private static final int END = 2;
    private static final int PLACE = 3;

    private final byte[] packed;
    private final long[] hashes;
    private final int[] places;

    private PackedPrints(byte[] packed, long[] hashes, int[] places) {
        this.packed = packed;
        this.hashes = hashes;
        this.places = places;
    }

    /**
     * The prints in the packed form of {@link PrintCodec}, which must not be changed afterwards.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static PackedPrints of(byte[] packed) {
        return new Reader(packed).prints();
    }

    /** The hash of a print of a list, without making the print where there is no need. */
    public static long hash(List<Print> prints, int index) {
        return prints instanceof PackedPrints packedPrints
                ? packedPrints.hash(index)
                : prints.get(index).hash();
    }

    /** The packed form, not to be changed. */
    public byte[] packed() {
        return packed;
    }

    /** The hash of a print. */
    public long hash(int index) {
        return hashes[index];
    }

    /** The leaf of a print. */
    public int leaf(int index) {
        return places[PLACE * index + LEAF];
    }

    @Override
    public Print get(int index) {
        int place = PLACE * index;
        return new Print(hashes[index], places[place + LEAF], places[place + START], places[place + END]);
    }

    @Override
    public int size() {
        return hashes.length;
    }

    @Override
    public boolean equals(Object other) {
        return (other instanceof PackedPrints prints && Arrays.equals(packed, prints.packed)) || super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }

    /** Reads a packed form from its beginning. */
    private static final class Reader {

        private final byte[] packed;
        private int at;

        Reader(byte[] packed) {
            this.packed = packed;
        }

        PackedPrints prints() {
            long[] hashes = new long[packed.length / BYTES_PER_PRINT_MIN];
            int[] places = new int[PLACE * hashes.length];
            int count = 0;
            int leaf = 0;
            int start = 0;
            while (at < packed.length) {
                int leafDistance = number();
                int startDistance = number();
                int length = number();
                // What has been read so far is at least as long as a print, so there is room for it.
                hashes[count] = hash();
                leaf += leafDistance;
                start = leafDistance == 0 ? start + startDistance : startDistance;
                if (leaf < 0 || start < 0 || start + length < 0) {
                    throw new IllegalArgumentException("packed prints hold a place beyond any text");
                }
                places[PLACE * count + LEAF] = leaf;
                places[PLACE * count + START] = start;
                places[PLACE * count + END] = start + length;
                count++;
            }
            return new PackedPrints(packed, Arrays.copyOf(hashes, count), Arrays.copyOf(places, PLACE * count));
        }

        private int number() {
            int number = 0;
            for (int shift = 0; shift < 32 && at < packed.length; shift += 7) {
                byte next = packed[at++];
                number |= (next & 0x7f) << shift;
                if (next >= 0 && number >= 0) {
                    return number;
                }
            }
            throw new IllegalArgumentException("packed prints hold a broken number");
        }

        private long hash() {
            if (packed.length - at < Long.BYTES) {
                throw new IllegalArgumentException("packed prints end inside a print");
            }
            long hash = (long) LONGS.get(packed, at);
            at += Long.BYTES;
            return hash;
        }
    }
}
