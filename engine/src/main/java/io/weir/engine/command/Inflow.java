package io.weir.engine.command;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What comes into a command from elsewhere on the machine.
 *
 * @param piped through its input
 * @param inner in its words
 */
record Inflow(Set<String> piped, Set<String> inner) {

    /** All that is sent, with files that the command itself names. */
    List<String> with(List<String> own, boolean takesInput) {
        return Stream.of(own.stream(), takesInput ? piped.stream() : Stream.<String>empty(), inner.stream())
                .flatMap(sources -> sources)
                .distinct()
                .toList();
    }
}
