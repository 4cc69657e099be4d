package io.weir.edge.mcp.stdio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes messages, one a line. Safe to share between threads. */
final class LineWriter {

    private final OutputStream out;

    LineWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes a message. Line ends inside it are blanks of JSON, so they become blanks. */
    synchronized void write(String message) throws IOException {
        String line = message.indexOf('\n') < 0 && message.indexOf('\r') < 0
                ? message
                : message.replace('\n', ' ').replace('\r', ' ');
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Ends the stream. */
    synchronized void close() throws IOException {
        out.close();
    }
}
