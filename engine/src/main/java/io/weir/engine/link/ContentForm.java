package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.engine.state.PackedInput;
import io.weir.engine.state.PackedOutput;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.InstructionTone;
import io.weir.schemas.word.ValueKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The packed form of prints and values: about 11 bytes a print, 13 a value. Words are written by name, once for all values,
 * so that vocabularies can grow.
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

    static void putValues(PackedOutput out, Collection<ValuePrint> values) {
        List<ValueKind> kinds = putWords(out, values.stream().map(ValuePrint::kind));
        List<InstructionTone> tones =
                putWords(out, values.stream().map(ValuePrint::tone).filter(Objects::nonNull));
        out.putEach(
                values,
                value -> out.put(kinds.indexOf(value.kind()))
                        .put(tones.indexOf(value.tone()) + 1)
                        .putNumber(value.leaf())
                        .putNumber(value.start())
                        .putNumber(value.end() - value.start())
                        .putLong(HexFormat.fromHexDigitsToLong(value.hash())));
    }

    /** Writes the words that occur, each once, and gives them by their number. */
    static <E extends Enum<E>> List<E> putWords(PackedOutput out, Stream<E> words) {
        List<E> distinct = words.distinct().sorted().toList();
        out.putEach(distinct, word -> out.putText(word.name()));
        return distinct;
    }

    static List<ValuePrint> getValues(PackedInput in) {
        List<ValueKind> kinds = in.getEach(() -> ValueKind.valueOf(in.getText()));
        List<@Nullable InstructionTone> tones = new ArrayList<>();
        tones.add(null);
        tones.addAll(in.getEach(() -> InstructionTone.valueOf(in.getText())));
        return in.getEach(() -> {
            ValueKind kind = kinds.get(in.get());
            InstructionTone tone = tones.get(in.get());
            int leaf = in.getInt();
            int start = in.getInt();
            int length = in.getInt();
            String hash = HexFormat.of().toHexDigits(in.getLong());
            return new ValuePrint(kind, hash, leaf, start, start + length, tone);
        });
    }
}
