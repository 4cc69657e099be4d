package io.weir.benchmarks.lag;

import io.weir.schemas.api.ScanRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls that the run makes. */
final class Calls {

    private Calls() {}

    /** A page is fetched. */
    static ScanRequest read(String session) {
        return call("GET", "https://files.example.org/ticket.txt", session, null, null);
    }

    /** A text is posted to a stranger. */
    static ScanRequest write(String session, String text, @Nullable String request) {
        return call("POST", "https://paste.example.net/new", session, Map.of("text", text), request);
    }

    private static ScanRequest call(
            String method, String url, String session, @Nullable Object body, @Nullable String request) {
        return new ScanRequest(method, url, null, body, "bench", null, null, request, null, session, null, null);
    }
}
