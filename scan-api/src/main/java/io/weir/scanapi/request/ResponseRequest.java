package io.weir.scanapi.request;

import io.weir.engine.payload.ResponseInput;
import io.weir.scanapi.http.Refusal;
import io.weir.scanapi.session.SessionClaim;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/scan/response}, checked.
 *
 * @param traceId id of the decision on the call, a UUID in lower case
 * @param input the response
 * @param claim what it says about session and agent, for a call that this node does not know
 */
public record ResponseRequest(String traceId, ResponseInput input, SessionClaim claim) {

    private static final int TRACE_ID_LENGTH_MAX = 64;
    private static final int STATUS_DEFAULT = 200;

    private static final Pattern UUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");

    /**
     * The request in a JSON value. Members that we do not know are passed over.
     *
     * @throws Refusal {@code REQUEST_INVALID} with every fault
     */
    public static ResponseRequest read(@Nullable Object value) {
        Members members = Members.of(value);
        String traceId = members.requiredText("trace_id", TRACE_ID_LENGTH_MAX);
        if (!traceId.isEmpty() && !UUID.matcher(traceId).matches()) {
            members.fault("trace_id: must be the UUID that the scan answered with");
        }
        Object body = members.requiredAny("response_body");
        int status = members.integer("response_status", 100, 599, STATUS_DEFAULT);
        SessionClaim claim = new SessionClaim(members.identifier("session_id"), members.identifier("agent_id"), null);
        members.check();
        return new ResponseRequest(
                traceId.toLowerCase(Locale.ROOT), new ResponseInput(body, BodySize.of(body), status), claim);
    }
}
