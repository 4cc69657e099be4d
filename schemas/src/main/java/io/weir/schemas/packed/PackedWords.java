package io.weir.schemas.packed;

import java.util.List;
import java.util.stream.Stream;

/** Words of a vocabulary, by name and each once, so that vocabularies can grow; what uses them names their numbers. */
public final class PackedWords {

    private PackedWords() {}

    /** Writes the words that occur, and gives them by their number. */
    public static <E extends Enum<E>> List<E> put(PackedOutput out, Stream<E> words) {
        List<E> distinct = words.distinct().sorted().toList();
        out.putEach(distinct, word -> out.putText(word.name()));
        return distinct;
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
