package io.weir.benchmarks.edge;

import io.weir.benchmarks.Quantiles;
import java.nio.charset.StandardCharsets;

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
        byte[] body,
        Quantiles micros,
        Quantiles perSecond,
        Quantiles cpuMicros) {

    Way(String name, int port, String requestTarget, byte[] body) {
        this(name, port, requestTarget, body, new Quantiles(), new Quantiles(), new Quantiles());
    }

    /** The request of one client. */
    byte[] request(String session) {
        byte[] head = ("POST " + requestTarget + " HTTP/1.1\r\nHost: 127.0.0.1:" + hostPort() + "\r\nX-Weir-Session: "
                        + session + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
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
