package io.weir.schemas.event;

import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import io.weir.schemas.packed.PackedWords;
import io.weir.schemas.word.InstructionTone;
import io.weir.schemas.word.ValueKind;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The packed form of short values: about 13 bytes each, where JSON takes 75. */
public final class PackedValues {

    private static final int VALUE_BYTES = 14;
    private static final int WORDS_BYTES = 64;

    private PackedValues() {}

    /** The values as a text: base64 without padding; no values are the empty text. */
    public static String text(Collection<ValuePrint> values) {
        if (values.isEmpty()) {
            return "";
        }
        return Base64.getEncoder().withoutPadding().encodeToString(bytes(values));
    }

    private static byte[] bytes(Collection<ValuePrint> values) {
        if (values instanceof PackedValueList list) {
            return list.packed();
        }
        PackedOutput out = new PackedOutput(WORDS_BYTES + VALUE_BYTES * values.size());
        put(out, values);
        return out.toBytes();
    }

    /**
     * The values in a text.
     *
     * @throws IllegalArgumentException if it was not made by {@link #text}
     */
    public static List<ValuePrint> of(String text) {
        return text.isEmpty()
                ? List.of()
                : get(new PackedInput(Base64.getDecoder().decode(text)));
    }

    /** The same values in a list that nobody can change. */
    public static List<ValuePrint> fixed(List<ValuePrint> values) {
        return values instanceof PackedValueList ? values : List.copyOf(values);
    }

    /** Tells whether a value is wanted, by what needs no value to be made. */
    @FunctionalInterface
    public interface Choice {
        /** Whether a value of this kind in this leaf is wanted. */
        boolean wants(ValueKind kind, int leaf);
    }

    /** The values that are wanted, in their order. */
    public static List<ValuePrint> where(List<ValuePrint> values, Choice choice) {
        return values instanceof PackedValueList list
                ? list.where(choice)
                : values.stream()
                        .filter(value -> choice.wants(value.kind(), value.leaf()))
                        .toList();
    }

    /** The hash of a value of a list, as a number, without making the value where there is no need. */
    public static long hash(List<ValuePrint> values, int index) {
        return values instanceof PackedValueList list
                ? list.hash(index)
                : HexFormat.fromHexDigitsToLong(values.get(index).hash());
    }

    /** Whether a value of a list may have a tone, told without making the values where there is no need. */
    public static boolean mayHave(List<ValuePrint> values, InstructionTone tone) {
        return values instanceof PackedValueList list
                ? list.mayHave(tone)
                : values.stream().anyMatch(value -> value.tone() == tone);
    }

    /** Writes values. */
    public static void put(PackedOutput out, Collection<ValuePrint> values) {
        if (values instanceof PackedValueList list) {
            out.putAll(list.packed());
            return;
        }
        List<ValueKind> kinds = PackedWords.put(out, values.stream().map(ValuePrint::kind));
        List<InstructionTone> tones =
                PackedWords.put(out, values.stream().map(ValuePrint::tone).filter(Objects::nonNull));
        out.putEach(
                values,
                value -> out.put(kinds.indexOf(value.kind()))
                        .put(tones.indexOf(value.tone()) + 1)
                        .putNumber(value.leaf())
                        .putNumber(value.start())
                        .putNumber(value.end() - value.start())
                        .putLong(HexFormat.fromHexDigitsToLong(value.hash())));
    }

    /**
     * Reads values.
     *
     * @throws IllegalArgumentException if there are none
     */
    public static List<ValuePrint> get(PackedInput in) {
        int begin = in.position();
        List<ValueKind> kinds = PackedWords.get(in, ValueKind.class);
        List<@Nullable InstructionTone> tones = new ArrayList<>();
        tones.add(null);
        tones.addAll(PackedWords.get(in, InstructionTone.class));
        int[] places = new int[in.getCount() + 1];
        for (int i = 0; i < places.length - 1; i++) {
            places[i] = in.position() - begin;
            passOver(in, kinds.size(), tones.size());
        }
        places[places.length - 1] = in.position() - begin;
        return places.length == 1 ? List.of() : new PackedValueList(in.since(begin), kinds, tones, places);
    }

    private static void passOver(PackedInput in, int kinds, int tones) {
        if (in.get() >= kinds || in.get() >= tones) {
            throw new IllegalArgumentException("a packed value names a word that is not there");
        }
        in.getInt();
        in.getInt();
        in.getInt();
        in.getLong();
    }
}
