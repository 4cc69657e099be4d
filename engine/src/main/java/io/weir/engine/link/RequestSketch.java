package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.engine.fingerprint.PrintCodec;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.UserRequest;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.InstructionTone;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the user's request: which text, values and words stand in it, and what it asks for.
 *
 * @param prints hashes of its chosen shingles
 * @param values hashes of its values and words
 * @param asked kinds of destination that the user asks to deliver something to
 * @param addressed those of them to which the user asks to deliver at addresses only that the request gives
 * @param pointed whether the user points to a text that may say where to
 */
record RequestSketch(
        Set<Long> prints,
        Set<String> values,
        Set<DestinationKind> asked,
        Set<DestinationKind> addressed,
        boolean pointed) {

    static RequestSketch of(UserRequest request) {
        return new RequestSketch(
                PrintCodec.decode(request.sketch().prints()).stream()
                        .map(Print::hash)
                        .collect(Collectors.toSet()),
                request.sketch().values().stream().map(ValuePrint::hash).collect(Collectors.toSet()),
                Set.copyOf(request.asked()),
                request.addressed() == null ? Set.of() : Set.copyOf(request.addressed()),
                !Boolean.FALSE.equals(request.pointed()));
    }

    /** Whether the user named this destination in full. */
    boolean names(Destination destination) {
        return values.contains(destination.hash());
    }

    /** Whether the user used this word or value. */
    boolean holds(String hash) {
        return values.contains(hash);
    }

    /** Whether the user used every word of its name. */
    boolean spells(Destination destination) {
        return !destination.nameHashes().isEmpty() && values.containsAll(destination.nameHashes());
    }

    /**
     * Whether the user used a word of a person's name. A word of a host says nothing: whoever registers a host chooses
     * its words.
     */
    boolean hintsAt(Destination destination) {
        boolean person = destination.kind() != DestinationKind.URL && destination.kind() != DestinationKind.HOST;
        return person && destination.nameHashes().stream().anyMatch(values::contains);
    }

    /**
     * Whether the user asks to deliver something to a destination of this kind. Where the request gives all addresses,
     * one that a text orders to deliver to is not what the user asks for.
     *
     * @param tone how a text orders to deliver to the destination; null where none does
     */
    boolean asksFor(DestinationKind kind, @Nullable InstructionTone tone) {
        return asked.contains(kind) && (tone == null || !addressed.contains(kind));
    }

    /**
     * Whether it asks for something that it does not name, so that it may be any delivery; no sentence asks for a tool.
     */
    boolean mayAskForAnything() {
        return asked.contains(DestinationKind.TOOL);
    }
}
