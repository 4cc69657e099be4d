package io.weir.engine.link;

import io.weir.schemas.event.Retroactive;
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
 * @param cause of an answer that is given once more, what has made the bucket say so; such an answer has no call, since
 *     the session keeps what has gone out
 */
public record FleetAnswer(
        String sessionKey,
        String traceId,
        int bucket,
        int parts,
        @Nullable Enclosure call,
        List<FleetSource> sources,
        @Nullable Retroactive cause)
        implements Happening {

    /** Copies the list. */
    public FleetAnswer {
        sources = List.copyOf(sources);
    }

    /** The answer to a question. */
    static FleetAnswer at(FleetPart question, @Nullable Enclosure call, List<FleetSource> sources) {
        return new FleetAnswer(
                question.sessionKey(), question.traceId(), question.bucket(), question.parts(), call, sources, null);
    }

    /** The answer to a question that was answered before; it stands for itself. */
    static FleetAnswer again(KeptQuestion question, int bucket, Retroactive cause, List<FleetSource> sources) {
        return new FleetAnswer(question.sessionKey(), question.traceId(), bucket, 1, null, sources, cause);
    }
}
