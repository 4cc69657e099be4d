package io.weir.schemas.event;

import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import io.weir.schemas.packed.PackedWords;
import io.weir.schemas.word.InstructionTone;
import io.weir.schemas.word.ValueKind;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Values in the packed form that they came in, so that whoever keeps them or sends them on need not pack them anew. A
 * {@link ValuePrint} is made where somebody asks for one. Immutable.
 */
final class PackedValueList extends AbstractList<ValuePrint> implements RandomAccess {

    private final byte[] packed;
    private final List<ValueKind> kinds;
    private final List<@Nullable InstructionTone> tones;
    private final int[] places;

    /**
     * Values.
     *
     * @param packed their form, words first
     * @param kinds kinds by number
     * @param tones tones by number, the first of which is none
     * @param places where each value begins, and where the last one ends
     */
    PackedValueList(byte[] packed, List<ValueKind> kinds, List<@Nullable InstructionTone> tones, int[] places) {
        this.packed = packed;
        this.kinds = kinds;
        this.tones = tones;
        this.places = places;
    }

    /** The packed form, not to be changed. */
    byte[] packed() {
        return packed;
    }

    /** The hash of a value, which is the last of it. */
    long hash(int index) {
        return new PackedInput(packed, places[index + 1] - Long.BYTES).getLong();
    }

    /** Whether a value has a tone, or one of the list that these were taken from. */
    boolean mayHave(InstructionTone tone) {
        return tones.contains(tone);
    }

    /** The values that are wanted, in their order, copied as they are. */
    List<ValuePrint> where(PackedValues.Choice choice) {
        int[] wanted = new int[size()];
        int count = 0;
        for (int i = 0; i < size(); i++) {
            PackedInput in = new PackedInput(packed, places[i]);
            ValueKind kind = kinds.get(in.get());
            in.get();
            if (choice.wants(kind, in.getInt())) {
                wanted[count++] = i;
            }
        }
        if (count == 0) {
            return List.of();
        }
        return count == size() ? this : only(wanted, count);
    }

    private PackedValueList only(int[] wanted, int count) {
        PackedOutput out = new PackedOutput(packed.length);
        PackedWords.put(out, kinds);
        PackedWords.put(out, tones.subList(1, tones.size()));
        out.putNumber(count);
        int[] copied = new int[count + 1];
        for (int i = 0; i < count; i++) {
            copied[i] = out.size();
            out.putAll(packed, places[wanted[i]], places[wanted[i] + 1]);
        }
        copied[count] = out.size();
        return new PackedValueList(out.toBytes(), kinds, tones, copied);
    }

    @Override
    public ValuePrint get(int index) {
        PackedInput in = new PackedInput(packed, places[index]);
        ValueKind kind = kinds.get(in.get());
        InstructionTone tone = tones.get(in.get());
        int leaf = in.getInt();
        int start = in.getInt();
        int end = start + in.getInt();
        return new ValuePrint(kind, HexFormat.of().toHexDigits(in.getLong()), leaf, start, end, tone);
    }

    @Override
    public int size() {
        return places.length - 1;
    }

    @Override
    public boolean equals(Object other) {
        return (other instanceof PackedValueList list && Arrays.equals(packed, list.packed)) || super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
