package io.weir.edge.mcp.http;

import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.RpcError;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says why a server refuses a client whose revision it does not share: the words of servers of the older era (no
 * session, not initialized) do not tell, nor does a method that is not found. Nothing is taken from the server's
 * refusal; whoever probes for the era of a server reads what it would read directly.
 */
final class EraGap {

    /** Errors of revision 2026-07-28 that speak for themselves, and those that parameters can cause in any. */
    private static final Set<Object> CLEAR_CODES =
            Set.of(RpcError.HEADER_MISMATCH, -32_021, -32_022, RpcError.METHOD_NOT_FOUND, RpcError.INVALID_PARAMS);

    private EraGap() {}

    /** A server's answer, with the gap between client and server named in it if that is why it refuses. */
    static String named(@Nullable Message request, int status, Message answer) {
        Map<String, @Nullable Object> error = Members.map(answer.members().get("error"));
        String gap = request == null || error.isEmpty() ? "" : gap(request, status, error.get("code"));
        if (gap.isEmpty()) {
            return answer.text();
        }
        Map<String, @Nullable Object> explained = new LinkedHashMap<>(error);
        explained.put("message", error.get("message") + " (weir: " + gap + ")");
        return answer.with("error", explained);
    }

    private static String gap(Message request, int status, @Nullable Object code) {
        if (request.methodName().equals("initialize")) {
            return Integer.valueOf(RpcError.METHOD_NOT_FOUND).equals(code)
                    ? "the server knows no sessions, so it speaks revision 2026-07-28 or newer, and the client an"
                            + " older one; the edge does not translate between them (mcp.translated), use a client of"
                            + " the server's revision"
                    : "";
        }
        boolean refused =
                (status == 400 || status == 404) && !request.methodName().equals("server/discover");
        return refused
                        && request.meta().get(Message.VERSION_META) instanceof String version
                        && !CLEAR_CODES.contains(code)
                ? "the client speaks revision " + version + ", and the server most likely an older one, which wants a"
                        + " session; the edge does not translate between them (mcp.translated), use a client of the"
                        + " server's revision"
                : "";
    }
}
