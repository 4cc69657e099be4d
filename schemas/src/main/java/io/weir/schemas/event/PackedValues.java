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
        PackedOutput out = new PackedOutput(WORDS_BYTES + VALUE_BYTES * values.size());
        put(out, values);
        return Base64.getEncoder().withoutPadding().encodeToString(out.toBytes());
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

    /** Writes values. */
    public static void put(PackedOutput out, Collection<ValuePrint> values) {
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
        List<ValueKind> kinds = PackedWords.get(in, ValueKind.class);
        List<@Nullable InstructionTone> tones = new ArrayList<>();
        tones.add(null);
        tones.addAll(PackedWords.get(in, InstructionTone.class));
        return in.getEach(() -> {
            ValueKind kind = word(kinds, in.get());
            InstructionTone tone = word(tones, in.get());
            int leaf = in.getInt();
            int start = in.getInt();
            int length = in.getInt();
            String hash = HexFormat.of().toHexDigits(in.getLong());
            return new ValuePrint(kind, hash, leaf, start, start + length, tone);
        });
    }

    private static <T extends @Nullable Object> T word(List<T> words, int number) {
        if (number >= words.size()) {
            throw new IllegalArgumentException("a packed value names a word that is not there");
        }
        return words.get(number);
    }
}
