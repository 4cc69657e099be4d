package io.weir.schemas.event;

import io.weir.schemas.word.LeafRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The packed form of leaves: a text of which people can still read most. The roles that occur stand first, by name.
 * Then each leaf says its role's letter, how much of its address it has in common with the leaf before, the number of
 * units of the rest, and its own length; then rest and shape. A shape is nearly always as long as its text; if not, it
 * says so.
 *
 * <pre>
 *   CONTENT DESTINATION;a0,9,17=/records/Aaaaa aaaa 999-aab9,4,5:/url
 * </pre>
 */
public final class PackedLeaves {

    /** Addresses that repeat each other are cheap to write, so what they come to is bounded on either side. */
    private static final int KEPT_UNITS_MAX = 4 << 20;

    private static final int LEAF_UNITS = 32;
    private static final char NO_SHAPE = ':';
    private static final char WHOLE_SHAPE = '=';
    private static final char OTHER_SHAPE = '~';

    private PackedLeaves() {}

    /** The leaves as a text; no leaves are the empty text. */
    public static String text(List<LeafOutline> leaves) {
        if (leaves.isEmpty()) {
            return "";
        }
        List<LeafRole> roles =
                leaves.stream().map(LeafOutline::role).distinct().sorted().toList();
        StringBuilder out = new StringBuilder(LEAF_UNITS * leaves.size());
        roles.forEach(role -> out.append(out.isEmpty() ? "" : " ").append(role.name()));
        out.append(';');
        String before = "";
        int keptUnits = 0;
        for (LeafOutline leaf : leaves) {
            int kept = common(before, leaf.address());
            keptUnits += kept;
            if (keptUnits > KEPT_UNITS_MAX) {
                kept = 0;
                keptUnits = KEPT_UNITS_MAX;
            }
            put(out.append((char) ('a' + roles.indexOf(leaf.role()))), leaf, kept);
            before = leaf.address();
        }
        return out.toString();
    }

    private static void put(StringBuilder out, LeafOutline leaf, int kept) {
        String address = leaf.address();
        String shape = leaf.shape();
        out.append(kept).append(',').append(address.length() - kept).append(',').append(leaf.length());
        if (shape == null) {
            out.append(NO_SHAPE).append(address, kept, address.length());
        } else if (shape.length() == leaf.length()) {
            out.append(WHOLE_SHAPE).append(address, kept, address.length()).append(shape);
        } else {
            out.append(OTHER_SHAPE).append(shape.length()).append(NO_SHAPE);
            out.append(address, kept, address.length()).append(shape);
        }
    }

    /** Units that two addresses begin with alike; half a code point has no JSON form, so none is cut. */
    private static int common(String before, String address) {
        int max = Math.min(before.length(), address.length());
        int units = 0;
        while (units < max && before.charAt(units) == address.charAt(units)) {
            units++;
        }
        return units > 0 && Character.isHighSurrogate(address.charAt(units - 1)) ? units - 1 : units;
    }

    /**
     * The leaves in a text.
     *
     * @throws IllegalArgumentException if it was not made by {@link #text}
     */
    public static List<LeafOutline> of(String text) {
        return text.isEmpty() ? List.of() : new Reader(text).leaves();
    }

    /** Reads a text from its beginning. */
    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        List<LeafOutline> leaves() {
            List<LeafRole> roles =
                    Arrays.stream(upTo(';').split(" ")).map(LeafRole::valueOf).toList();
            List<LeafOutline> leaves = new ArrayList<>();
            String before = "";
            int keptUnits = 0;
            while (at < text.length()) {
                int role = text.charAt(at++) - 'a';
                int kept = number(',');
                keptUnits += kept;
                if (role < 0 || role >= roles.size() || kept > before.length() || keptUnits > KEPT_UNITS_MAX) {
                    throw broken();
                }
                LeafOutline leaf = leaf(roles.get(role), before.substring(0, kept));
                leaves.add(leaf);
                before = leaf.address();
            }
            return leaves;
        }

        private LeafOutline leaf(LeafRole role, String kept) {
            int rest = number(',');
            int length = number();
            int shape = switch (next()) {
                case NO_SHAPE -> -1;
                case WHOLE_SHAPE -> length;
                case OTHER_SHAPE -> number(NO_SHAPE);
                default -> throw broken();
            };
            String address = kept.concat(units(rest));
            return new LeafOutline(address, length, role, shapeOf(shape));
        }

        private @Nullable String shapeOf(int units) {
            return units < 0 ? null : units(units);
        }

        private String upTo(char end) {
            int found = text.indexOf(end, at);
            if (found < 0) {
                throw broken();
            }
            String part = text.substring(at, found);
            at = found + 1;
            return part;
        }

        private int number(char end) {
            int number = number();
            if (next() != end) {
                throw broken();
            }
            return number;
        }

        private int number() {
            int begin = at;
            long number = 0;
            while (at < text.length()
                    && text.charAt(at) >= '0'
                    && text.charAt(at) <= '9'
                    && number <= Integer.MAX_VALUE) {
                number = number * 10 + text.charAt(at++) - '0';
            }
            if (at == begin || number > Integer.MAX_VALUE) {
                throw broken();
            }
            return (int) number;
        }

        private char next() {
            if (at == text.length()) {
                throw broken();
            }
            return text.charAt(at++);
        }

        private String units(int count) {
            if (count > text.length() - at) {
                throw broken();
            }
            at += count;
            return text.substring(at - count, at);
        }

        private static IllegalArgumentException broken() {
            return new IllegalArgumentException("these are no packed leaves");
        }
    }
}
