package io.weir.engine.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one bucket knows about a write: where its prints and values were read in other sessions.
 *
 * @param sessionKey session of the write
 * @param traceId decision on the write
 * @param bucket number of the bucket
 * @param parts number of answers to expect
 * @param call the call that was asked about, or null where the bucket knows nothing of it
 * @param sources reads of other sessions that share something with it
 */
public record FleetAnswer(
        String sessionKey,
        String traceId,
        int bucket,
        int parts,
        @Nullable Enclosure call,
        List<FleetSource> sources) implements Happening {

    /** Copies the list. */
    public FleetAnswer {
        sources = List.copyOf(sources);
    }
}
