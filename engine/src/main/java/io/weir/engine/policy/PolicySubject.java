package io.weir.engine.policy;

import io.weir.engine.fingerprint.WebAddress;
import io.weir.engine.payload.EdgeHeaders;
import io.weir.engine.policy.memory.SessionPast;
import io.weir.schemas.event.Finding;
import io.weir.schemas.event.Principal;
import io.weir.schemas.event.ToolCall;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call as policies see it.
 *
 * @param principal who acts
 * @param timeMillis event time
 * @param call what is called
 * @param findings sensitive data in the call
 * @param content the call's content; null where only the record of it is left
 * @param past what the session did before
 * @param standing what other parts know
 */
public record PolicySubject(
        Principal principal,
        long timeMillis,
        ToolCall call,
        List<Finding> findings,
        @Nullable Content content,
        SessionPast past,
        Standing standing) {

    private static final String TOOL_SCHEME = "mcp://";

    /** Copies the list. */
    public PolicySubject {
        findings = List.copyOf(findings);
    }

    /** The URL of the call, or the empty text where only its record is left. */
    public String url() {
        return content == null ? "" : content.input().url();
    }

    /** The tool's name as it was called, which a look-alike keeps; the record holds only names of a safe form. */
    public String toolName() {
        String url = url();
        return url.startsWith(TOOL_SCHEME) ? WebAddress.host(url) : call.tool();
    }

    /** Whether a tool is called; a message of another method of MCP is none. Where only the record is left, it is. */
    public boolean callsTool() {
        return content == null || !EdgeHeaders.isOtherMethod(content.input().headers());
    }

    /** Name of the MCP server that the tool belongs to, as the edge gave it in a header; the empty text otherwise. */
    public String server() {
        return content == null
                ? Objects.requireNonNullElse(call.server(), "")
                : EdgeHeaders.server(content.input().headers());
    }
}
