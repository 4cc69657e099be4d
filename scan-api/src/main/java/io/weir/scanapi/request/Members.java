package io.weir.scanapi.request;

import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.http.Word;
import io.weir.scanapi.session.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes the members out of a JSON object and notes every fault on the way, so that a caller sees all of them at once.
 * Faults name members, never values. A member that is null counts as absent.
 */
public final class Members {

    private final Map<?, ?> object;
    private final List<String> faults;

    private Members(Map<?, ?> object, List<String> faults) {
        this.object = object;
        this.faults = faults;
    }

    /**
     * The members of a value.
     *
     * @throws Refusal if it is not an object
     */
    public static Members of(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return new Members(object, new ArrayList<>());
        }
        throw Refusal.ofMembers(List.of("the body must be a JSON object"));
    }

    /** A value of any type, or null. */
    public @Nullable Object any(String name) {
        return object.get(name);
    }

    /** As {@link #any}, but the member must be there, if only as null. */
    public @Nullable Object requiredAny(String name) {
        if (!object.containsKey(name)) {
            faults.add(name + ": missing");
        }
        return object.get(name);
    }

    /** A text of at most {@code lengthMax} UTF-16 units, or null. */
    public @Nullable String text(String name, int lengthMax) {
        Object value = object.get(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            faults.add(name + ": must be a string");
            return null;
        }
        if (text.length() > lengthMax) {
            faults.add(name + ": has " + text.length() + " characters, at most " + lengthMax + " are read");
            return null;
        }
        return text;
    }

    /** A text that must be there and not blank; the empty text where it is not, with a fault noted. */
    public String requiredText(String name, int lengthMax) {
        int before = faults.size();
        String text = text(name, lengthMax);
        if (text != null && !text.isBlank()) {
            return text;
        }
        if (faults.size() == before) {
            faults.add(name + (text == null ? ": missing" : ": must not be blank"));
        }
        return "";
    }

    /** An id or a label, or null. */
    public @Nullable String identifier(String name) {
        String text = text(name, Identifier.LENGTH_MAX);
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!Identifier.isValid(text)) {
            faults.add(name + ": must not be blank and must hold no control characters");
            return null;
        }
        return text;
    }

    /** A whole number in {@code min..max}, or {@code absent}. */
    public int integer(String name, int min, int max, int absent) {
        Object value = object.get(name);
        if (value == null) {
            return absent;
        }
        if (value instanceof Integer number && number >= min && number <= max) {
            return number;
        }
        faults.add(name + ": must be an integer " + min + ".." + max);
        return absent;
    }

    /** An object whose values are texts, in member order; empty if absent. */
    public Map<String, String> texts(String name, int countMax) {
        Object value = object.get(name);
        Map<String, String> texts = new LinkedHashMap<>();
        if (value == null) {
            return texts;
        }
        if (!(value instanceof Map<?, ?> members)) {
            faults.add(name + ": must be an object");
            return texts;
        }
        members.forEach((key, text) -> {
            if (text instanceof String string) {
                texts.put(String.valueOf(key), string);
            }
        });
        if (texts.size() < members.size()) {
            faults.add(name + ": every value must be a string, " + (members.size() - texts.size()) + " are not");
        }
        if (members.size() > countMax) {
            faults.add(name + ": has " + members.size() + " members, at most " + countMax + " are read");
        }
        return texts;
    }

    /** Texts, in order; empty if absent. */
    public List<String> textList(String name, int countMax) {
        Object value = object.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)
                || !list.stream().allMatch(item -> item instanceof String text && Identifier.isValid(text))) {
            faults.add(name + ": must be a list of strings, each with 1 to " + Identifier.LENGTH_MAX + " characters");
            return List.of();
        }
        if (list.size() > countMax) {
            faults.add(name + ": has " + list.size() + " elements, at most " + countMax + " are read");
            return List.of();
        }
        return list.stream().map(String.class::cast).toList();
    }

    /** Words of an enum, in any case; empty if absent. */
    public <E extends Enum<E>> List<E> words(String name, Class<E> words) {
        List<E> found = new ArrayList<>();
        for (String text : textList(name, words.getEnumConstants().length)) {
            E word = Word.of(words, text);
            if (word == null) {
                faults.add(name + ": must hold only " + Arrays.toString(words.getEnumConstants()));
                return List.of();
            }
            found.add(word);
        }
        return found;
    }

    /** A word of an enum, in any case, or null. */
    public <E extends Enum<E>> @Nullable E word(String name, Class<E> words, @Nullable E absent) {
        String text = text(name, Identifier.LENGTH_MAX);
        if (text == null) {
            return absent;
        }
        E word = Word.of(words, text);
        if (word == null) {
            faults.add(name + ": must be one of " + Arrays.toString(words.getEnumConstants()));
        }
        return word;
    }

    /** True or false; false if absent. */
    public boolean flag(String name) {
        Object value = object.get(name);
        if (value != null && !(value instanceof Boolean)) {
            faults.add(name + ": must be true or false");
        }
        return Boolean.TRUE.equals(value);
    }

    /** The members of an object inside; no members if absent. Its faults are noted with those of this one. */
    public Members inner(String name) {
        Object value = object.get(name);
        if (value != null && !(value instanceof Map<?, ?>)) {
            faults.add(name + ": must be an object");
        }
        return new Members(value instanceof Map<?, ?> inner ? inner : Map.of(), faults);
    }

    /** Notes a fault that only the reader of the whole can see. */
    public void fault(String fault) {
        faults.add(fault);
    }

    /**
     * Ends the reading.
     *
     * @throws Refusal {@code REQUEST_INVALID} with all faults, if there is one
     */
    public void check() {
        if (!faults.isEmpty()) {
            throw Refusal.ofMembers(faults);
        }
    }
}
