package io.weir.engine.scan;

import io.weir.engine.expression.CharSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Units that belong to the same of some sets, as one class; and a class each for the end of a text and beyond ASCII.
 */
final class UnitClasses {

    /** The class of what stands before and behind a text. */
    static final int END = 0;

    /** The class of all units beyond ASCII. */
    static final int BEYOND = 1;

    private static final int ASCII = 128;

    private final byte[] classes = new byte[ASCII];
    private final List<Character> first = new ArrayList<>();

    /** The classes that tell some sets apart. */
    UnitClasses(Collection<CharSet> sets) {
        Map<List<Boolean>, Integer> known = new HashMap<>();
        for (char unit = 0; unit < ASCII; unit++) {
            char one = unit;
            List<Boolean> signature =
                    sets.stream().map(set -> set.contains(one)).toList();
            int unitClass = known.computeIfAbsent(signature, any -> BEYOND + 1 + first.size());
            if (unitClass > BEYOND + first.size()) {
                first.add(unit);
            }
            classes[unit] = (byte) unitClass;
        }
    }

    /** How many there are, at most 130. */
    int count() {
        return BEYOND + 1 + first.size();
    }

    /** The class of a unit. */
    int of(char unit) {
        return unit < ASCII ? classes[unit] & 0xFF : BEYOND;
    }

    /** Whether all units of a class belong to one of the sets. */
    boolean isIn(int unitClass, CharSet set) {
        return switch (unitClass) {
            case END -> false;
            case BEYOND -> set.others();
            default -> set.contains(first.get(unitClass - BEYOND - 1));
        };
    }
}
