package io.weir.edge.mcp.registered;

import io.weir.client.ScanClient;
import io.weir.client.ScanFailure;
import io.weir.client.ScanRefused;
import io.weir.edge.call.CallRefused;
import io.weir.edge.mcp.judge.ScanPort;
import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.message.Message.Kind;
import io.weir.edge.mcp.message.MessageReader;
import io.weir.edge.mcp.message.MessageRefused;
import io.weir.edge.mcp.relay.BoundedMap;
import io.weir.edge.mcp.relay.Origin;
import io.weir.platform.config.Secret;
import io.weir.schemas.api.WhoAmIAnswer;
import io.weir.schemas.error.ErrorCode;
import java.io.IOException;
import java.util.Map;

/**
 * Calls of registered servers, each in the name of its caller: with the caller's own key at the scan API. Safe to share
 * between threads.
 */
final class ServerCalls {

    private static final int ENTRIES_MAX = 256;

    private final ScanClient scan;
    private final ServerDesk desk;
    private final CallParts parts;
    private final MessageReader messages;
    private final Map<String, ServerEntry> entries = BoundedMap.byUse(ENTRIES_MAX);

    ServerCalls(ScanClient scan, ServerDesk desk, CallParts parts, MessageReader messages) {
        this.scan = scan;
        this.desk = desk;
        this.parts = parts;
        this.messages = messages;
    }

    /**
     * Who asks.
     *
     * @param key of the scan API; none where it needs none
     * @param origin who it says it is
     * @param session whose requests share a session with a server
     */
    record Asking(Secret key, Origin origin, String session) {}

    /**
     * Who a key stands for.
     *
     * @throws ScanRefused if it is not valid
     * @throws ScanFailure if the scan API does not say
     */
    WhoAmIAnswer caller(Secret key) throws ScanFailure, InterruptedException {
        return scan.withKey(key).whoAmI();
    }

    /** The tools of a server. */
    Reply tools(WhoAmIAnswer caller, Asking asking, String id) throws CallRefused, IOException, InterruptedException {
        return exchange(desk.callable(caller, id), asking).tools();
    }

    /** The result of a call, given as a JSON-RPC request. */
    Reply call(WhoAmIAnswer caller, Asking asking, String id, byte[] body)
            throws CallRefused, IOException, InterruptedException {
        return exchange(desk.callable(caller, id), asking).call(request(body));
    }

    private Message request(byte[] body) throws CallRefused {
        try {
            MessageReader.Parsed parsed = messages.read(body);
            Message message = parsed.messages().get(0);
            if (!parsed.batch()
                    && message.kind() == Kind.REQUEST
                    && message.methodName().equals("tools/call")) {
                return message;
            }
        } catch (MessageRefused e) {
            throw new CallRefused(ErrorCode.REQUEST_INVALID, e.detail());
        }
        throw new CallRefused(
                ErrorCode.REQUEST_INVALID, "The body is one JSON-RPC request with an id, of the method tools/call.");
    }

    private ServerExchange exchange(RegisteredServer server, Asking asking) {
        ServerEntry entry = entry(server);
        ScanPort port = ScanPort.of(scan.withKey(asking.key()));
        return new ServerExchange(
                entry, parts.relay().parts(server, entry.watch(), port), asking.origin(), messages, asking.session());
    }

    /** One that was registered anew with other rules is another one. */
    private ServerEntry entry(RegisteredServer server) {
        synchronized (entries) {
            ServerEntry known = entries.get(server.id());
            if (known == null || !known.server().equals(server)) {
                known = new ServerEntry(server, parts);
                entries.put(server.id(), known);
            }
            return known;
        }
    }
}
