package io.weir.engine.link;

import io.weir.schemas.event.Destination;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.DestinationProvenance;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who can see what a write sends, and where the address came from: judged on the most suspicious of the destinations.
 *
 * @param provenance where the address came from
 * @param instructed whether it stood inside what reads like an instruction
 * @param outside whether somebody outside can see it
 * @param named whether it is addressed by a plain name only, which cannot be traced
 * @param hinted whether the user's request uses a word of its name
 * @param reads positions of the reads that hold the address
 */
record DestinationView(
        DestinationProvenance provenance,
        boolean instructed,
        boolean outside,
        boolean named,
        boolean hinted,
        Set<Integer> reads) {

    private static final DestinationView INSIDE =
            new DestinationView(DestinationProvenance.POLICY, false, false, false, false, Set.of());

    /** The most suspicious destination of a write. */
    static DestinationView of(Write write, SessionIndex index) {
        DestinationView worst = INSIDE;
        for (Destination destination : write.call().destinations()) {
            DestinationView view = of(destination, write.request(), index);
            worst = view.suspicion() > worst.suspicion() ? view : worst;
        }
        return worst;
    }

    private static DestinationView of(Destination destination, @Nullable RequestSketch request, SessionIndex index) {
        if (destination.audience() == Audience.INTERNAL) {
            return INSIDE;
        }
        boolean outside = destination.audience() != Audience.KNOWN;
        boolean named = destination.kind() == DestinationKind.USER || destination.kind() == DestinationKind.CHANNEL;
        Mention mention = index.mention(destination.hash());
        boolean hinted = request != null && request.hintsAt(destination);
        if (request != null && (request.names(destination) || (hinted && !mention.instructed()))) {
            return new DestinationView(DestinationProvenance.USER_REQUEST, false, outside, named, true, Set.of());
        }
        DestinationProvenance unseen = outside ? DestinationProvenance.UNKNOWN : DestinationProvenance.POLICY;
        return new DestinationView(
                mention.reads().isEmpty() ? unseen : DestinationProvenance.TOOL_RESPONSE,
                mention.instructed(),
                outside,
                named,
                hinted,
                mention.reads());
    }

    /** What somebody outside can see comes first: a listed party must not hide a stranger. */
    private int suspicion() {
        int byProvenance = switch (provenance) {
            case TOOL_RESPONSE -> instructed ? 8 : 6;
            case UNKNOWN -> named ? 2 : 4;
            case USER_REQUEST -> 1;
            case POLICY -> 0;
        };
        return byProvenance + (outside ? 10 : 0);
    }
}
