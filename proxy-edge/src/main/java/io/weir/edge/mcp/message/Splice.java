package io.weir.edge.mcp.message;

import io.weir.platform.json.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes values inside a JSON text and leaves every other character as it was, numbers and blanks included. The text
 * must have been read strictly before: only places are looked for here.
 */
final class Splice {

    private final String text;
    private final StringBuilder edited = new StringBuilder();
    private int copied;

    private Splice(String text) {
        this.text = text;
    }

    /**
     * The text with another value for a member.
     *
     * @param members what the text holds
     * @param changed the member's new value
     */
    static String replaced(String text, Map<String, @Nullable Object> members, String name, @Nullable Object changed) {
        Splice splice = new Splice(text);
        Spot spot = Spot.of(text);
        Iterator<Spot> spots = spot.children().iterator();
        members.forEach((key, before) -> {
            Spot place = spots.next();
            if (key.equals(name)) {
                splice.change(place, before, changed);
            }
        });
        return splice.edited.append(text, splice.copied, text.length()).toString();
    }

    /**
     * The text with more members in an object of it.
     *
     * @param members what the text holds
     * @param path names of the members that lead to the object, which is made where there is none
     */
    static String extended(String text, Map<String, @Nullable Object> members, List<String> path, Map<String, ?> more) {
        Splice splice = new Splice(text);
        splice.extend(Spot.of(text), members, path, more);
        return splice.edited.append(text, splice.copied, text.length()).toString();
    }

    private void extend(Spot object, Map<String, @Nullable Object> members, List<String> path, Map<String, ?> more) {
        if (path.isEmpty()) {
            put(object, members, more);
            return;
        }
        String name = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (members.get(name) instanceof Map<?, ?>) {
            int place = List.copyOf(members.keySet()).indexOf(name);
            extend(object.children().get(place), Members.map(members.get(name)), rest, more);
        } else {
            put(object, members, Map.of(name, Members.with(Map.of(), rest, more)));
        }
    }

    /** Members that are there already get their new values where they stand; the others follow them. */
    private void put(Spot object, Map<String, @Nullable Object> members, Map<String, ?> more) {
        Iterator<Spot> spots = object.children().iterator();
        members.forEach((name, value) -> {
            Spot place = spots.next();
            if (more.containsKey(name)) {
                replace(place, more.get(name));
            }
        });
        Map<String, @Nullable Object> added = new LinkedHashMap<>(more);
        added.keySet().removeAll(members.keySet());
        if (!added.isEmpty()) {
            String json = Json.text(added);
            edited.append(text, copied, object.end() - 1)
                    .append(members.isEmpty() ? "" : ",")
                    .append(json, 1, json.length() - 1);
            copied = object.end() - 1;
        }
    }

    /** The texts of the elements of an array. */
    static List<String> items(String text) {
        return Spot.of(text).children().stream()
                .map(spot -> text.substring(spot.start(), spot.end()))
                .toList();
    }

    private void change(Spot spot, @Nullable Object before, @Nullable Object after) {
        if (Objects.equals(before, after)) {
            return;
        }
        if (before instanceof Map<?, ?> was
                && after instanceof Map<?, ?> is
                && List.copyOf(was.keySet()).equals(List.copyOf(is.keySet()))) {
            changeEach(spot, was.values().iterator(), is.values().iterator());
        } else if (before instanceof List<?> was && after instanceof List<?> is && was.size() == is.size()) {
            changeEach(spot, was.iterator(), is.iterator());
        } else {
            replace(spot, after);
        }
    }

    private void changeEach(Spot spot, Iterator<?> was, Iterator<?> is) {
        for (Spot child : spot.children()) {
            change(child, was.next(), is.next());
        }
    }

    private void replace(Spot spot, @Nullable Object value) {
        edited.append(text, copied, spot.start()).append(value == null ? "null" : Json.text(value));
        copied = spot.end();
    }

    /** Where a value stands, and where its members or elements stand. */
    private record Spot(int start, int end, List<Spot> children) {

        static Spot of(String text) {
            return new Scan(text).value();
        }
    }

    /** Finds the places of values in valid JSON. */
    private static final class Scan {

        private final String text;
        private int at;

        Scan(String text) {
            this.text = text;
        }

        Spot value() {
            skipBlanks();
            int start = at;
            List<Spot> children = List.of();
            switch (text.charAt(at)) {
                case '{' -> children = children(true);
                case '[' -> children = children(false);
                case '"' -> skipString();
                default -> skipLiteral();
            }
            return new Spot(start, at, children);
        }

        private List<Spot> children(boolean named) {
            List<Spot> children = new ArrayList<>();
            at++;
            skipBlanks();
            while (text.charAt(at) != '}' && text.charAt(at) != ']') {
                if (named) {
                    skipString();
                    skipBlanks();
                    at++;
                }
                children.add(value());
                skipBlanks();
                if (text.charAt(at) == ',') {
                    at++;
                    skipBlanks();
                }
            }
            at++;
            return children;
        }

        private void skipString() {
            at++;
            while (text.charAt(at) != '"') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            at++;
        }

        private void skipLiteral() {
            while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }

        private void skipBlanks() {
            while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
    }
}
