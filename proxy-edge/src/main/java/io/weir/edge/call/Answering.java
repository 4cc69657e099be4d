package io.weir.edge.call;

import java.io.IOException;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the answer to a request. */
@FunctionalInterface
public interface Answering {

    /** Writes it whole. */
    void write() throws IOException, InterruptedException;

    /** Has an answer written, and says how that ended; what goes wrong breaks the answer off. */
    static void complete(Callback callback, Answering answer) {
        Logger log = LoggerFactory.getLogger(Answering.class);
        try {
            answer.write();
            callback.succeeded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            callback.failed(e);
        } catch (IOException e) {
            log.info("event=answer_broken_off cause={}", e.getClass().getSimpleName());
            callback.failed(e);
        } catch (RuntimeException e) {
            // Not the message: it could quote the call. The client sees a broken answer.
            log.error("event=unforeseen cause={} at={}", e.getClass().getName(), e.getStackTrace()[0]);
            callback.failed(e);
        }
    }
}
