package io.weir.edge.response;

import io.weir.client.ScanFailure;

/** Takes the parts of one response, in order. */
public interface ReportSink {

    /**
     * Reports a part and waits until it counts for the session's next call.
     *
     * @param body JSON value
     * @return what is done with it
     * @throws ScanFailure if it could not be reported
     */
    PartRuling report(Object body) throws ScanFailure, InterruptedException;

    /** Whether rulings other than to pass it on are to be carried out. */
    default boolean guards() {
        return false;
    }

    /**
     * Says that all parts have been reported.
     *
     * @param unreadBytes bytes of the body, as sent, that no part speaks of: binary, broken, or beyond the limit
     */
    void finished(long unreadBytes);
}
