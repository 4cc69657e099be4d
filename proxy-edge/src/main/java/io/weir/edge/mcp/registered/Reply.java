package io.weir.edge.mcp.registered;

import io.weir.edge.call.CallRefused;
import io.weir.platform.json.Json;
import io.weir.schemas.api.Problem;
import io.weir.schemas.error.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer in the form of the scan protocol.
 *
 * @param status of HTTP
 * @param problem whether the body is a problem (RFC 9457)
 * @param body a JSON object
 */
record Reply(int status, boolean problem, Map<String, ? extends @Nullable Object> body) {

    static Reply of(Map<String, ? extends @Nullable Object> body) {
        return new Reply(200, false, body);
    }

    static Reply of(CallRefused refused) {
        return problem(refused.code(), refused.detail(), Map.of());
    }

    static Reply of(Problem problem) {
        return new Reply(problem.status(), true, members(problem));
    }

    /** A problem with further members. */
    static Reply problem(ErrorCode code, String detail, Map<String, ?> more) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>(members(Problem.of(code, detail, null, null)));
        members.putAll(more);
        return new Reply(code.status(), true, members);
    }

    @SuppressWarnings("unchecked") // an object's members
    private static Map<String, @Nullable Object> members(Problem problem) {
        return Json.mapper().convertValue(problem, Map.class);
    }
}
