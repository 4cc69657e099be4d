package io.weir.benchmarks.lag;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.platform.json.Json;
import org.jspecify.annotations.Nullable;

/** The calls that the run makes. */
final class Calls {

    private Calls() {}

    /** A page is fetched. */
    static ObjectNode read(String session) {
        return call("GET", "https://files.example.org/ticket.txt", session);
    }

    /** A text is posted to a stranger. */
    static ObjectNode write(String session, String text, @Nullable String request) {
        ObjectNode call = call("POST", "https://paste.example.net/new", session);
        call.put("context", request);
        call.putObject("body").put("text", text);
        return call;
    }

    private static ObjectNode call(String method, String url, String session) {
        return Json.mapper()
                .createObjectNode()
                .put("method", method)
                .put("url", url)
                .put("agent_id", "bench")
                .put("session_id", session);
    }
}
