package io.weir.testkit.technique;

import java.util.List;
import java.util.Set;

/**
 * One played case.
 *
 * @param number of the technique, as the reference counts them
 * @param name of the technique
 * @param variant which of its forms was played
 * @param seed that it was made from
 * @param kind attack or benign twin
 * @param events what happens, in order
 * @param carriers calls that carry the content, in an attack and in a twin
 */
public record TechniqueCase(
        int number,
        String name,
        String variant,
        long seed,
        CaseKind kind,
        List<TechniqueEvent> events,
        Set<String> carriers) {

    /** Copies the collections. */
    public TechniqueCase {
        events = List.copyOf(events);
        carriers = Set.copyOf(carriers);
    }
}
