package io.weir.scanapi.code;

import java.io.IOException;

/** A way by which one-time codes come to people and to nobody else. */
@FunctionalInterface
public interface CodeDelivery {

    /**
     * Brings a code to people. May block for some seconds.
     *
     * @throws IOException if it did not reach them; the message holds nothing of the code
     */
    void deliver(CodeMessage message) throws IOException, InterruptedException;
}
