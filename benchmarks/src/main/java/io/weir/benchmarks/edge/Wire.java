package io.weir.benchmarks.edge;

import java.io.IOException;

/** A client that makes one call over and over. Used by one thread. */
interface Wire extends AutoCloseable {

    /** One call; anything but success is an exception. */
    void call() throws IOException;

    @Override
    void close() throws IOException;
}
