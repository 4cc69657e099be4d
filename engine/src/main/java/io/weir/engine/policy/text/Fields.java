package io.weir.engine.policy.text;

import io.weir.engine.policy.text.Node.Mapping;
import io.weir.engine.policy.text.Node.Member;
import io.weir.engine.policy.text.Node.Scalar;
import io.weir.engine.policy.text.Node.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the members out of a mapping, checks their types, and notes those that nobody takes. For one thread. */
public final class Fields {

    private final Mapping mapping;
    private final Problems problems;
    private final Set<String> taken = new HashSet<>();
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(Mapping mapping, Problems problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    /** The members of a node; none, with a problem noted, where it is no mapping. */
    public static Fields of(Node node, String what, Problems problems) {
        if (node instanceof Mapping mapping) {
            return new Fields(mapping, problems);
        }
        problems.error(node.place(), what + " must be a mapping, it is " + node.kind());
        return new Fields(new Mapping(node.place(), List.of()), problems);
    }

    /** Where the mapping begins. */
    public Place place() {
        return mapping.place();
    }

    /** Whether a member is there. */
    public boolean has(String name) {
        return mapping.get(name) != null;
    }

    /** The members that nobody has taken, in the order of the file. */
    public List<Member> left() {
        return mapping.members().stream()
                .filter(member -> !taken.contains(member.name()))
                .toList();
    }

    /** Takes the member of the first of these names that is there; null where none is. */
    public @Nullable Node take(String... names) {
        known.addAll(List.of(names));
        Node found = null;
        for (String name : names) {
            Node node = mapping.get(name);
            if (node != null && taken.add(name)) {
                if (found != null) {
                    problems.error(node.place(), "'" + name + "' says the same as '" + names[0] + "'; keep one");
                }
                found = found == null ? node : found;
            }
        }
        return found;
    }

    /** A text, or null. */
    public @Nullable String text(String... names) {
        Node node = take(names);
        return node == null ? null : text(node, names[0], problems);
    }

    /** A text that must be there and not blank; the empty text, with a problem noted, where it is not. */
    public String requiredText(String... names) {
        Node node = take(names);
        String text = node == null ? null : text(node, names[0], problems);
        if (node == null || (text != null && text.isBlank())) {
            problems.error(node == null ? place() : node.place(), "'" + names[0] + "' is missing or empty");
        }
        return text == null ? "" : text;
    }

    /** A list of texts, null where it is absent. A single text is refused: a list is meant. */
    public @Nullable List<String> texts(String... names) {
        Node node = take(names);
        return node == null ? null : texts(node, names[0], problems);
    }

    /** A whole number, or null. */
    public @Nullable Long integer(String... names) {
        Node node = take(names);
        if (node == null || (node instanceof Scalar scalar && scalar.value() instanceof Long)) {
            return node == null ? null : (Long) ((Scalar) node).value();
        }
        problems.error(node.place(), "'" + names[0] + "' must be a whole number, it is " + node.kind());
        return null;
    }

    /** A number, or null. */
    public @Nullable Double number(String... names) {
        Node node = take(names);
        return node == null ? null : number(node, names[0], problems);
    }

    /** True or false, or null. */
    public @Nullable Boolean flag(String... names) {
        Node node = take(names);
        return node == null ? null : flag(node, names[0], problems);
    }

    /** The constant of a vocabulary that a member names, in any letter case, or null. */
    public <E extends Enum<E>> @Nullable E word(Class<E> type, String... names) {
        Node node = take(names);
        String text = node == null ? null : text(node, names[0], problems);
        return node == null || text == null ? null : word(text, node.place(), names[0], type, problems);
    }

    /** Notes every member that was not taken, with the name that was probably meant. */
    public void finish(String what, Collection<String> further) {
        Set<String> all = new LinkedHashSet<>(known);
        all.addAll(further);
        for (Member member : left()) {
            problems.unknown(member.place(), what, member.name(), all);
        }
    }

    /** As {@link #finish(String, Collection)}, where no other members are known. */
    public void finish(String what) {
        finish(what, List.of());
    }

    /** The text of a node, or null with a problem noted. */
    public static @Nullable String text(Node node, String what, Problems problems) {
        if (node instanceof Scalar scalar && scalar.value() instanceof String text) {
            return text;
        }
        problems.error(node.place(), "'" + what + "' must be a text, it is " + node.kind());
        return null;
    }

    /** The number of a node, or null with a problem noted. */
    public static @Nullable Double number(Node node, String what, Problems problems) {
        if (node instanceof Scalar scalar && scalar.value() instanceof Number number) {
            return number.doubleValue();
        }
        problems.error(node.place(), "'" + what + "' must be a number, it is " + node.kind());
        return null;
    }

    /** The truth of a node, or null with a problem noted. */
    public static @Nullable Boolean flag(Node node, String what, Problems problems) {
        if (node instanceof Scalar scalar && scalar.value() instanceof Boolean flag) {
            return flag;
        }
        problems.error(node.place(), "'" + what + "' must be true or false, it is " + node.kind());
        return null;
    }

    /** The texts of a list; what is no text is left out with a problem noted. */
    public static List<String> texts(Node node, String what, Problems problems) {
        List<String> texts = new ArrayList<>();
        if (!(node instanceof Sequence sequence)) {
            String fix = node instanceof Scalar scalar && scalar.value() instanceof String text
                    ? "; write [" + text + "]"
                    : "";
            problems.error(node.place(), "'" + what + "' must be a list, it is " + node.kind() + fix);
            return texts;
        }
        for (Node item : sequence.items()) {
            String text = text(item, what, problems);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The constants of a vocabulary that a list names, in any letter case. */
    public static <E extends Enum<E>> Set<E> words(Node node, String what, Class<E> type, Problems problems) {
        Set<E> words = new LinkedHashSet<>();
        for (String text : texts(node, what, problems)) {
            E word = word(text, node.place(), what, type, problems);
            if (word != null) {
                words.add(word);
            }
        }
        return words;
    }

    /** The constant of a vocabulary, in any letter case, or null with a problem noted. */
    public static <E extends Enum<E>> @Nullable E word(
            String text, Place place, String what, Class<E> type, Problems problems) {
        String upper = text.toUpperCase(Locale.ROOT);
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(upper)) {
                return constant;
            }
            names.add(constant.name());
        }
        problems.unknown(place, what, text, names);
        return null;
    }
}
