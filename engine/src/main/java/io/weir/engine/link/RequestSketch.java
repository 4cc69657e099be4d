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

    /** Whether the user named this destination, in full or by a word of its name. */
    boolean names(Destination destination) {
        return values.contains(destination.hash())
                || destination.nameHashes().stream().anyMatch(values::contains);
    }
}
