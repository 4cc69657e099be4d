package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.engine.fingerprint.PrintCodec;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.ValuePrint;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of the user's request: which text, values and words stand in it.
 *
 * @param prints hashes of its chosen shingles
 * @param values hashes of its values and words
 */
record RequestSketch(Set<Long> prints, Set<String> values) {

    static RequestSketch of(Fingerprint request) {
        return new RequestSketch(
                PrintCodec.decode(request.prints()).stream().map(Print::hash).collect(Collectors.toSet()),
                request.values().stream().map(ValuePrint::hash).collect(Collectors.toSet()));
    }

    /** Whether the user named this destination in full, or with every word of its name. */
    boolean names(Destination destination) {
        boolean byWords = !destination.nameHashes().isEmpty() && values.containsAll(destination.nameHashes());
        return byWords || values.contains(destination.hash());
    }

    /** Whether the user used a word of its name: the person's name, or a label of the host. */
    boolean hintsAt(Destination destination) {
        return destination.nameHashes().stream().anyMatch(values::contains);
    }
}
