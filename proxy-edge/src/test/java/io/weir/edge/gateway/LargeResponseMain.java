package io.weir.edge.gateway;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Hands one response of so many bytes through a gateway, all in a process whose heap is far smaller. */
final class LargeResponseMain {

    private static final int PIECE_BYTES = 64 << 10;

    private LargeResponseMain() {}

    /** Prints how many bytes of the body arrived. */
    public static void main(String[] args) throws Exception {
        long bytes = Long.parseLong(args[0]);
        try (FakeScanApi scanApi = FakeScanApi.start();
                RawUpstream upstream = RawUpstream.start().responding((request, out) -> write(out, bytes));
                TestGateway gateway = TestGateway.start(scanApi.url(), Map.of());
                Socket agent = new Socket("127.0.0.1", gateway.port())) {
            agent.getOutputStream()
                    .write(("GET /proxy/http://" + upstream.authority()
                                    + "/ HTTP/1.1\r\nHost: g\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            System.out.println("arrived=" + body(agent.getInputStream()));
            System.out.println("reported=" + scanApi.responses().size());
        }
        System.exit(0);
    }

    private static void write(OutputStream out, long bytes) throws java.io.IOException {
        RawUpstream.write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + bytes + "\r\n\r\n");
        byte[] piece = new byte[PIECE_BYTES];
        Arrays.fill(piece, (byte) 'a');
        for (long written = 0; written < bytes; written += PIECE_BYTES) {
            out.write(piece, 0, (int) Math.min(PIECE_BYTES, bytes - written));
        }
        out.flush();
    }

    private static long body(InputStream in) throws java.io.IOException {
        int matched = 0;
        while (matched < 4) {
            int unit = in.read();
            matched = unit == (matched % 2 == 0 ? '\r' : '\n') ? matched + 1 : 0;
        }
        byte[] piece = new byte[PIECE_BYTES];
        long bytes = 0;
        for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
            bytes += read;
        }
        return bytes;
    }
}
