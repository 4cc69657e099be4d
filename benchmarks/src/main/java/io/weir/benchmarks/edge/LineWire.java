package io.weir.benchmarks.edge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A client that writes a line and reads one, as MCP over standard input and output does. */
final class LineWire implements Wire {

    private final OutputStream out;
    private final BufferedReader in;
    private final byte[] request;
    private final AutoCloseable other;

    /**
     * A client of what is behind two streams.
     *
     * @param other ended with the client
     */
    LineWire(OutputStream out, InputStream in, String request, AutoCloseable other) {
        this.out = out;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.request = (request + "\n").getBytes(StandardCharsets.UTF_8);
        this.other = other;
    }

    @Override
    public void call() throws IOException {
        out.write(request);
        out.flush();
        String answer = in.readLine();
        if (answer == null || !answer.contains("\"result\"") || answer.contains("\"isError\":true")) {
            throw new IOException("the call failed: " + answer);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
        try {
            other.close();
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the other side does not end", e);
        }
    }
}
