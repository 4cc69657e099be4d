package io.weir.edge.call;

import io.weir.schemas.api.ScanRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;

/**
 * A call that has been read, before it is scanned.
 *
 * @param method HTTP method
 * @param target where it goes
 * @param agent who makes it
 * @param headers what goes to the upstream
 * @param body what is scanned
 */
public record HttpCall(
        String method, UpstreamTarget target, AgentIdentity agent, List<HttpField> headers, CallBody body) {

    /** The question to the scan API. */
    public ScanRequest scanRequest() {
        return new ScanRequest(
                method,
                target.url(),
                joinedHeaders(),
                body.scanForm(),
                agent.agentId(),
                null,
                null,
                agent.userRequest(),
                null,
                agent.sessionId(),
                agent.taskId(),
                agent.parentTraceId());
    }

    /** RFC 9110, 5.2: fields of one name mean the same as their values in one field with commas between. */
    private Map<String, String> joinedHeaders() {
        Map<String, String> joined = new LinkedHashMap<>();
        for (HttpField field : headers) {
            String value = field.getValue() == null ? "" : field.getValue();
            joined.merge(field.getName(), value, (first, second) -> first + ", " + second);
        }
        return joined;
    }
}
