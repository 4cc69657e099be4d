package io.weir.benchmarks.stream;

import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.SessionProvenance;
import java.util.UUID;

/**
 * A call that the engine has judged and the response to it, to be repeated with other content by other sessions.
 *
 * @param call the call
 * @param response the response
 */
public record Step(ToolCallScanned call, ResponseObserved response) {

    /** The call, made by a session at some time. */
    public ToolCallScanned call(String session, long number, long salt, long timeMillis) {
        return new ToolCallScanned(
                id('c', number),
                id('t', number),
                null,
                call.traceparent(),
                timeMillis,
                principal(session),
                call.call(),
                call.findings(),
                Rekeying.of(call.fingerprint(), salt),
                call.request(),
                call.gaps(),
                call.outcome());
    }

    /** The response to the call of the same number. */
    public ResponseObserved response(String session, long number, long salt, long timeMillis) {
        return new ResponseObserved(
                id('r', number),
                id('t', number),
                response.traceparent(),
                timeMillis,
                principal(session),
                response.call(),
                response.responseStatus(),
                response.bodyBytes(),
                response.findings(),
                Rekeying.of(response.fingerprint(), salt),
                response.gaps());
    }

    private static String id(char kind, long number) {
        return new UUID(Rekeying.mixed(kind), number).toString();
    }

    private Principal principal(String session) {
        Principal one = call.principal();
        return new Principal(
                one.tenant(),
                one.environment(),
                "agent-of-" + session,
                null,
                null,
                session,
                SessionProvenance.EXPLICIT,
                null);
    }
}
