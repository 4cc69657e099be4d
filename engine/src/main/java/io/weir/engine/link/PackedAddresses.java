package io.weir.engine.link;

import io.weir.schemas.event.LeafOutline;
import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of the leaves of one payload, packed: of each only how much it has in common with the one before, and the
 * rest. They are needed as texts only where a link is shown, and written wherever a read is kept or sent on. Immutable.
 */
final class PackedAddresses extends AbstractList<String> implements RandomAccess {

    static final PackedAddresses NONE = new PackedAddresses(0, new byte[0]);

    /** Addresses that repeat each other are cheap to write, so what they come to is bounded on either side. */
    private static final int KEPT_UNITS_MAX = 4 << 20;

    private static final int ADDRESS_BYTES = 16;

    private final int count;
    private final byte[] packed;
    private volatile String @Nullable [] texts;

    private PackedAddresses(int count, byte[] packed) {
        this.count = count;
        this.packed = packed;
    }

    /** The addresses of leaves. */
    static PackedAddresses ofLeaves(List<LeafOutline> leaves) {
        return of(leaves.size(), index -> leaves.get(index).address());
    }

    /** The same addresses, packed. */
    static PackedAddresses of(List<String> addresses) {
        return addresses instanceof PackedAddresses same ? same : of(addresses.size(), addresses::get);
    }

    private static PackedAddresses of(int count, IntFunction<String> addresses) {
        if (count == 0) {
            return NONE;
        }
        PackedOutput out = new PackedOutput(ADDRESS_BYTES * count);
        String before = "";
        int keptUnits = 0;
        for (int i = 0; i < count; i++) {
            String address = addresses.apply(i);
            int kept = common(before, address);
            kept = keptUnits + kept > KEPT_UNITS_MAX ? 0 : kept;
            keptUnits += kept;
            out.putNumber(kept).putText(address, kept);
            before = address;
        }
        return new PackedAddresses(count, out.toBytes());
    }

    private static int common(String before, String address) {
        int max = Math.min(before.length(), address.length());
        int units = 0;
        while (units < max && before.charAt(units) == address.charAt(units)) {
            units++;
        }
        return units;
    }

    /** The first of them, at most so many. */
    PackedAddresses first(int max) {
        return count <= max ? this : of(max, this::get);
    }

    /** Writes them. */
    PackedOutput putTo(PackedOutput out) {
        return out.putNumber(count).putNumber(packed.length).putAll(packed);
    }

    /** Reads what {@link #putTo} has written. */
    static PackedAddresses get(PackedInput in) {
        int count = in.getInt();
        byte[] packed = in.getAll(in.getInt());
        if (count < 0 || count > packed.length) {
            throw new IllegalArgumentException("packed addresses have another number than they say");
        }
        return new PackedAddresses(count, packed);
    }

    @Override
    public String get(int index) {
        String[] unpacked = texts;
        if (unpacked == null) {
            unpacked = unpacked();
            texts = unpacked;
        }
        return unpacked[index];
    }

    private String[] unpacked() {
        PackedInput in = new PackedInput(packed);
        String[] unpacked = new String[count];
        String before = "";
        int keptUnits = 0;
        for (int i = 0; i < count; i++) {
            int kept = in.getInt();
            keptUnits += kept;
            if (kept < 0 || kept > before.length() || keptUnits > KEPT_UNITS_MAX) {
                throw new IllegalArgumentException("these are no packed addresses");
            }
            before = before.substring(0, kept).concat(in.getText());
            unpacked[i] = before;
        }
        return unpacked;
    }

    @Override
    public int size() {
        return count;
    }

    @Override
    public boolean equals(Object other) {
        return (other instanceof PackedAddresses list && Arrays.equals(packed, list.packed)) || super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
