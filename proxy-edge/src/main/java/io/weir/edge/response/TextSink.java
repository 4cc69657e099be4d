package io.weir.edge.response;

import io.weir.client.ScanFailure;
import java.nio.CharBuffer;

/** Takes text as it is decoded. */
@FunctionalInterface
interface TextSink {

    /**
     * Takes the next stretch.
     *
     * @return whether more is wanted
     */
    boolean take(CharBuffer units) throws ScanFailure, ResponseWithheld, InterruptedException;
}
