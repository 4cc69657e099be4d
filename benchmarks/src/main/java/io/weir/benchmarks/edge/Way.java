package io.weir.benchmarks.edge;

import io.weir.benchmarks.Quantiles;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One way from a client to the upstream, and what was measured on it.
 *
 * @param name for the table
 * @param port that the client connects to
 * @param requestTarget what it asks for there
 * @param body what it posts
 * @param micros time of calls made one after the other
 * @param perSecond calls a second, of several clients at once, by window
 * @param cpuMicros CPU time of the process for each of these calls, by window
 */
record Way(
        String name,
        int port,
        String requestTarget,
        String body,
        Quantiles micros,
        Quantiles perSecond,
        Quantiles cpuMicros) {

    Way(String name, int port, String requestTarget, String body) {
        this(name, port, requestTarget, body, new Quantiles(), new Quantiles(), new Quantiles());
    }

    /** The request of one client. */
    byte[] request(String session) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + requestTarget + " HTTP/1.1\r\nHost: 127.0.0.1:" + hostPort() + "\r\nX-Weir-Session: "
                        + session + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(head, head.length + bytes.length);
        System.arraycopy(bytes, 0, whole, head.length, bytes.length);
        return whole;
    }

    /** A proxy is asked for the host of the upstream. */
    private String hostPort() {
        String plain = "http://127.0.0.1:";
        return requestTarget.startsWith(plain)
                ? requestTarget.substring(plain.length(), requestTarget.indexOf('/', plain.length()))
                : String.valueOf(port);
    }

    void clear() {
        micros.clear();
        perSecond.clear();
        cpuMicros.clear();
    }
}
