package io.weir.engine.payload;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pairs of a query or form (WHATWG URL, application/x-www-form-urlencoded), each with its raw text so that an untouched
 * pair can be written back as it was.
 *
 * @param pairs in order
 */
record FormText(List<Pair> pairs) {

    /**
     * One pair.
     *
     * @param raw as it stood between two ampersands
     * @param name decoded; empty where there was no equals sign, because what stands alone is content
     * @param value decoded
     */
    record Pair(String raw, String name, String value) {

        static Pair parse(String raw) {
            int equals = raw.indexOf('=');
            String name = equals < 0 ? "" : raw.substring(0, equals);
            return new Pair(raw, PercentCode.decodeForm(name), PercentCode.decodeForm(raw.substring(equals + 1)));
        }

        /** This pair with another name and value. The raw text stays where nothing changed. */
        Pair with(String newName, String newValue) {
            if (newName.equals(name) && newValue.equals(value)) {
                return this;
            }
            String prefix = raw.indexOf('=') < 0 ? "" : PercentCode.encodeForm(newName) + "=";
            return new Pair(prefix + PercentCode.encodeForm(newValue), newName, newValue);
        }
    }

    static FormText parse(String text) {
        List<Pair> pairs = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('&', start);
            end = end < 0 ? text.length() : end;
            pairs.add(Pair.parse(text.substring(start, end)));
            start = end + 1;
        }
        return new FormText(pairs);
    }

    /** The address of each pair: by name, or by position where the name is empty, repeated or may be content. */
    List<String> addresses(String parent) {
        Set<String> names = new HashSet<>();
        List<String> addresses = new ArrayList<>(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            String name = pairs.get(i).name();
            boolean telling = !name.isEmpty() && names.add(name);
            addresses.add(telling ? Address.member(parent, name, i) : Address.position(parent, i));
        }
        return addresses;
    }

    /** Reads the names and values of the pairs, one after the other. */
    void read(String parent, TextWalk texts) {
        List<String> addresses = addresses(parent);
        for (int i = 0; i < addresses.size(); i++) {
            Place place = Place.root(addresses.get(i), pairs.get(i).name());
            texts.trees().name(pairs.get(i).name(), place);
            texts.patches(pairs.get(i).value(), place);
        }
    }

    String write() {
        return String.join("&", pairs.stream().map(Pair::raw).toList());
    }
}
