package io.weir.edge.mcp.registered;

import io.weir.edge.call.CallRefused;
import io.weir.edge.call.UpstreamRules;
import io.weir.edge.call.UpstreamTarget;
import io.weir.schemas.error.ErrorCode;
import java.util.List;

/**
 * What may be registered.
 *
 * @param upstreams servers that may be called, as the gateway calls others; which of their addresses may be, is told
 *     when one is connected to
 * @param commands command lines that may be run, each as a whole
 * @param serversMax most servers of one tenant
 */
public record RegisterRules(UpstreamRules upstreams, List<String> commands, int serversMax) {

    /** Copies the list. */
    public RegisterRules {
        commands = List.copyOf(commands);
    }

    /**
     * Whether a server may be called.
     *
     * @throws CallRefused if it may not
     */
    void check(RegisteredServer server) throws CallRefused {
        if (server.transport() == Transport.STDIO) {
            if (!commands.contains(server.urlOrPath())) {
                throw new CallRefused(
                        ErrorCode.UPSTREAM_FORBIDDEN,
                        "The program is none that the operator has listed in mcp.stdio_commands_permitted.");
            }
        } else if (!upstreams.permits(UpstreamTarget.ofUrl(server.urlOrPath()))) {
            throw new CallRefused(ErrorCode.UPSTREAM_FORBIDDEN, "The gateway may not call this host.");
        }
    }
}
