package io.weir.engine.link;

import io.weir.schemas.event.Taint;

/**
 * A taint without its sample: which read it is, and where its record stands.
 *
 * @param sessionKey tenant and session
 * @param eventId id of the response's event
 * @param timeMillis event time, epoch milliseconds
 * @param sensitivity rank of the most sensitive class, 0 for none
 * @param partition partition of the topic of calls
 * @param offset offset there
 */
public record TaintMark(
        String sessionKey, String eventId, long timeMillis, int sensitivity, int partition, long offset) {

    /** The mark of a taint. */
    public static TaintMark of(Taint taint) {
        return new TaintMark(
                taint.sessionKey(),
                taint.eventId(),
                taint.timeMillis(),
                taint.sensitivity(),
                taint.partition(),
                taint.offset());
    }
}
