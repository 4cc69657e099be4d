package io.weir.engine.redact;

import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ValueKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A redaction policy as an operator writes it: {@code pii=token,card=mask,all=label}. */
public final class RedactionPolicyText {

    /** What is expected. */
    public static final String FORM = "what=style, comma between";

    private static final String ALL = "all";

    private RedactionPolicyText() {}

    /**
     * The policy that a text writes. What it does not name gets a label.
     *
     * @throws IllegalArgumentException for a word that is neither a kind of value nor a data class, or no style
     */
    public static RedactionPolicy parse(String text) {
        RedactionStyle standard = RedactionStyle.LABEL;
        Map<DataClass, RedactionStyle> byClass = new EnumMap<>(DataClass.class);
        Map<ValueKind, RedactionStyle> byKind = new EnumMap<>(ValueKind.class);
        for (String entry : text.split(",", -1)) {
            if (!entry.isBlank()) {
                String what =
                        entry.substring(0, Math.max(0, entry.indexOf('='))).strip();
                RedactionStyle style =
                        style(entry.substring(entry.indexOf('=') + 1).strip());
                DataClass dataClass = word(DataClass.class, what);
                ValueKind kind = word(ValueKind.class, what);
                if (what.equalsIgnoreCase(ALL)) {
                    standard = style;
                } else if (dataClass != null) {
                    byClass.put(dataClass, style);
                } else if (kind != null) {
                    byKind.put(kind, style);
                } else {
                    throw new IllegalArgumentException("expected before the equals sign all, " + words(DataClass.class)
                            + " or " + words(ValueKind.class));
                }
            }
        }
        return new RedactionPolicy(standard, byClass, byKind);
    }

    /** The text of a policy. */
    public static String write(RedactionPolicy policy) {
        List<String> entries = new ArrayList<>();
        if (policy.standard() != RedactionStyle.LABEL) {
            entries.add(entry(ALL, policy.standard()));
        }
        for (DataClass dataClass : DataClass.values()) {
            RedactionStyle style = policy.byClass().get(dataClass);
            if (style != null) {
                entries.add(entry(lowerCase(dataClass), style));
            }
        }
        for (ValueKind kind : ValueKind.values()) {
            RedactionStyle style = policy.byKind().get(kind);
            if (style != null) {
                entries.add(entry(lowerCase(kind), style));
            }
        }
        return String.join(",", entries);
    }

    private static String entry(String what, RedactionStyle style) {
        return what + "=" + lowerCase(style);
    }

    private static RedactionStyle style(String word) {
        RedactionStyle style = word(RedactionStyle.class, word);
        if (style == null) {
            throw new IllegalArgumentException("expected after the equals sign " + words(RedactionStyle.class));
        }
        return style;
    }

    private static <E extends Enum<E>> @Nullable E word(Class<E> words, String text) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(null);
    }

    private static <E extends Enum<E>> String words(Class<E> words) {
        return Arrays.stream(words.getEnumConstants())
                .map(RedactionPolicyText::lowerCase)
                .collect(Collectors.joining(", "));
    }

    private static String lowerCase(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
