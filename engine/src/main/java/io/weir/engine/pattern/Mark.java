package io.weir.engine.pattern;

import io.weir.schemas.event.Hop;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.word.HopKind;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An event that counts towards a step of a pattern.
 *
 * @param step position of the step
 * @param key what must differ, or be the same, among the marks of a step
 * @param amount how much it counts
 * @param timeMillis event time
 * @param eventId the event
 * @param traceId decision on its call
 * @param tool its tool
 * @param read whether it is a response
 * @param place its record, or null
 */
record Mark(
        int step,
        String key,
        int amount,
        long timeMillis,
        String eventId,
        String traceId,
        String tool,
        boolean read,
        @Nullable RecordPlace place) {

    /** Total, so that the order of arrival never shows. */
    static final Comparator<Mark> ORDER = Comparator.comparingLong(Mark::timeMillis)
            .thenComparing(Mark::eventId)
            .thenComparingInt(Mark::step)
            .thenComparing(Mark::key);

    Hop hop(String agentId, String says) {
        return new Hop(read ? HopKind.READ : HopKind.WRITE, traceId, tool, agentId, timeMillis, place, says);
    }
}
