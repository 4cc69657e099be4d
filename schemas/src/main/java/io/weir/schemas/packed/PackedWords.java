package io.weir.schemas.packed;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words of a vocabulary, by name and each once, so that vocabularies can grow; what uses them names their numbers. */
public final class PackedWords {

    private PackedWords() {}

    /** Writes the words that occur, and gives them by their number. */
    public static <E extends Enum<E>> List<E> put(PackedOutput out, Stream<E> words) {
        List<E> distinct = words.distinct().sorted().toList();
        put(out, distinct);
        return distinct;
    }

    /** Writes these words. */
    public static void put(PackedOutput out, List<? extends @Nullable Enum<?>> words) {
        out.putEach(words, word -> out.putText(Objects.requireNonNull(word).name()));
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if one is not in the vocabulary
     */
    public static <E extends Enum<E>> List<E> get(PackedInput in, Class<E> vocabulary) {
        return in.getEach(() -> Enum.valueOf(vocabulary, in.getText()));
    }
}
