package io.weir.engine.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds an automaton from literals. One automaton an instance. */
final class AutomatonBuilder {

    private static final int CLASSES_MAX = 1 << Automaton.CLASS_BITS;
    private static final int STATES_MAX = Character.MAX_VALUE;

    // What stands in most texts comes first, so that a text touches the first half of the lines of the table.
    private static final String FREQUENT = " etaoinsrhldcumfpgwybvk";

    private final byte[] classes = new byte[128];
    private int classCount = 1;
    private int[] children = new int[16 << Automaton.CLASS_BITS];
    private final List<List<Integer>> endings = new ArrayList<>(List.of(new ArrayList<>()));

    AutomatonBuilder() {
        FREQUENT.chars().forEach(unit -> classOf((char) unit));
    }

    /**
     * Adds a literal.
     *
     * @param literal in lower case, of ASCII, not empty
     * @param number by which the automaton tells of it
     * @throws IllegalArgumentException if the literal is not like that
     */
    void add(String literal, int number) {
        if (literal.isEmpty()) {
            throw new IllegalArgumentException("an empty keyword stands everywhere");
        }
        int state = 0;
        for (int i = 0; i < literal.length(); i++) {
            state = child(state, classOf(literal.charAt(i)));
        }
        endings.get(state).add(number);
    }

    private int classOf(char unit) {
        if (unit >= 128) {
            throw new IllegalArgumentException("a keyword holds a sign that is not ASCII");
        }
        if (classes[unit] == 0) {
            if (classCount == CLASSES_MAX) {
                throw new IllegalArgumentException("keywords hold more than " + (CLASSES_MAX - 1) + " different signs");
            }
            classes[unit] = (byte) classCount++;
            if (unit >= 'a' && unit <= 'z') {
                classes[unit - 32] = classes[unit];
            }
        }
        return classes[unit];
    }

    private int child(int state, int unitClass) {
        int at = state << Automaton.CLASS_BITS | unitClass;
        if (children[at] == 0) {
            if (endings.size() == STATES_MAX) {
                throw new IllegalArgumentException("keywords make more than " + STATES_MAX + " states");
            }
            children[at] = endings.size();
            endings.add(new ArrayList<>());
            int needed = endings.size() << Automaton.CLASS_BITS;
            children = needed > children.length ? Arrays.copyOf(children, children.length * 2) : children;
        }
        return children[at];
    }

    Automaton build() {
        int[] order = closeOver();
        int states = endings.size();
        int[] renumbered = new int[states];
        int silent = 0;
        for (int state : order) {
            if (endings.get(state).isEmpty()) {
                renumbered[state] = silent++;
            }
        }
        int[][] outputs = new int[states - silent][];
        int speaking = silent;
        for (int state : order) {
            if (!endings.get(state).isEmpty()) {
                outputs[speaking - silent] =
                        endings.get(state).stream().mapToInt(Integer::intValue).toArray();
                renumbered[state] = speaking++;
            }
        }
        return new Automaton(classes.clone(), table(renumbered), silent, outputs);
    }

    /** Completes the table along the failure links; returns the states breadth first. */
    private int[] closeOver() {
        int states = endings.size();
        int[] order = new int[states];
        int[] failure = new int[states];
        int tail = 1;
        for (int head = 0; head < tail; head++) {
            int state = order[head];
            for (int unitClass = 1; unitClass < classCount; unitClass++) {
                int at = state << Automaton.CLASS_BITS | unitClass;
                int fallback = state == 0 ? 0 : children[failure[state] << Automaton.CLASS_BITS | unitClass];
                int child = children[at];
                if (child == 0) {
                    children[at] = fallback;
                } else {
                    failure[child] = fallback;
                    endings.get(child).addAll(endings.get(fallback));
                    order[tail++] = child;
                }
            }
        }
        return order;
    }

    private char[] table(int[] renumbered) {
        char[] next = new char[renumbered.length << Automaton.CLASS_BITS];
        for (int state = 0; state < renumbered.length; state++) {
            int from = state << Automaton.CLASS_BITS;
            int to = renumbered[state] << Automaton.CLASS_BITS;
            for (int unitClass = 0; unitClass < classCount; unitClass++) {
                next[to | unitClass] = (char) renumbered[children[from | unitClass]];
            }
        }
        return next;
    }
}
