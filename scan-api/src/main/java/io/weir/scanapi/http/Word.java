package io.weir.scanapi.http;

import org.jspecify.annotations.Nullable;

/** The words of enums as callers write them: in any letter case. */
public final class Word {

    private Word() {}

    /** The word that a text is; null for no text, or one that is none of them. */
    public static <E extends Enum<E>> @Nullable E of(Class<E> words, @Nullable String text) {
        for (E word : words.getEnumConstants()) {
            if (word.name().equalsIgnoreCase(text)) {
                return word;
            }
        }
        return null;
    }
}
