package io.weir.edge.mcp.registered;

import io.weir.client.ScanFailure;
import io.weir.client.ScanRefused;
import io.weir.edge.call.CallRefused;
import io.weir.edge.mcp.http.Callers;
import io.weir.edge.mcp.message.Members;
import io.weir.edge.mcp.pin.PinFile;
import io.weir.edge.mcp.pin.ToolPin;
import io.weir.platform.config.Secret;
import io.weir.platform.json.JsonRejected;
import io.weir.platform.json.StrictJson;
import io.weir.schemas.api.WhoAmIAnswer;
import io.weir.schemas.error.ErrorCode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests below {@code /v1/mcp/}, and what each is answered. Safe to share between threads. */
final class RegisteredServers {

    private static final Logger LOG = LoggerFactory.getLogger(RegisteredServers.class);
    private static final String SCHEME = "bearer ";

    private final ServerDesk desk;
    private final ServerCalls calls;
    private final RegisteredSettings settings;
    private final Callers callers;

    RegisteredServers(ServerDesk desk, ServerCalls calls, RegisteredSettings settings, Callers callers) {
        this.desk = desk;
        this.calls = calls;
        this.settings = settings;
        this.callers = callers;
    }

    /** The answer to a request for this path below {@code /v1/mcp/}. */
    Reply answer(String path, Request request) throws InterruptedException {
        try {
            Secret key = key(request.getHeaders());
            return answer(List.of(path.split("/", -1)), request, key, calls.caller(key));
        } catch (CallRefused e) {
            return Reply.of(e);
        } catch (ScanRefused e) {
            return Reply.of(e.problem());
        } catch (ScanFailure e) {
            LOG.warn("event=scan_unavailable stage=caller detail=\"{}\"", e.detail());
            return Reply.problem(ErrorCode.SCAN_UNAVAILABLE, "The scan API does not say whose key it is.", Map.of());
        } catch (IOException e) {
            LOG.error("event=registered_servers_unusable cause=\"{}\"", e.getMessage());
            return Reply.problem(
                    ErrorCode.INTERNAL, "The file of registered servers or of pins cannot be used.", Map.of());
        }
    }

    private Reply answer(List<String> path, Request request, Secret key, WhoAmIAnswer caller)
            throws CallRefused, IOException, InterruptedException {
        String asked = request.getMethod() + " " + path.get(0) + "/" + path.size();
        return switch (asked) {
            case "POST servers/1" -> Reply.of(desk.register(caller, object(request)));
            case "GET servers/1" -> Reply.of(desk.list(caller));
            case "DELETE servers/2" -> Reply.of(desk.remove(caller, path.get(1)));
            case "POST inspect/1" -> Reply.of(inspected(caller, object(request)));
            case "POST proxy/3" -> proxied(caller, path, request, key);
            default -> throw unknown();
        };
    }

    private Reply proxied(WhoAmIAnswer caller, List<String> path, Request request, Secret key)
            throws CallRefused, IOException, InterruptedException {
        HttpFields headers = request.getHeaders();
        ServerCalls.Asking asking = new ServerCalls.Asking(key, callers.of(headers), callers.key(headers, Map.of()));
        return switch (path.get(2)) {
            case "tools-list" -> calls.tools(caller, asking, path.get(1));
            case "tools-call" -> calls.call(caller, asking, path.get(1), body(request));
            default -> throw unknown();
        };
    }

    private Map<String, Object> inspected(WhoAmIAnswer caller, Map<String, @Nullable Object> document)
            throws CallRefused, IOException {
        String id = Members.text(document.get("server_id"));
        if (id == null) {
            return Inspection.of(document, Map.of(), settings.pins());
        }
        RegisteredServer server = desk.callable(caller, id);
        Map<String, ToolPin> pinned =
                new PinFile(settings.directory(), server.id()).read().tools();
        return Inspection.of(document, pinned, server.rules(settings.pins()));
    }

    private static CallRefused unknown() {
        return new CallRefused(
                ErrorCode.NOT_FOUND,
                "Below /v1/mcp/ there are POST servers, GET servers, DELETE servers/{id}, POST inspect, and POST"
                        + " proxy/{id}/tools-list and tools-call.");
    }

    private Map<String, @Nullable Object> object(Request request) throws CallRefused, IOException {
        try {
            if (new StrictJson(settings.bytesMax()).read(body(request)) instanceof Map<?, ?> members) {
                return Members.map(members);
            }
        } catch (JsonRejected e) {
            throw new CallRefused(ErrorCode.JSON_MALFORMED, e.detail());
        }
        throw new CallRefused(ErrorCode.REQUEST_INVALID, "The body is a JSON object.");
    }

    private byte[] body(Request request) throws CallRefused, IOException {
        byte[] body = Request.asInputStream(request).readNBytes(settings.bytesMax() + 1);
        if (body.length > settings.bytesMax()) {
            throw new CallRefused(
                    ErrorCode.PAYLOAD_TOO_LARGE, "The body has more than " + settings.bytesMax() + " bytes.");
        }
        return body;
    }

    private static Secret key(HttpFields headers) throws CallRefused {
        List<String> sent = headers.getValuesList("Authorization");
        if (sent.isEmpty()) {
            return Secret.NONE;
        }
        String first = sent.get(0);
        if (sent.size() > 1 || !first.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw new CallRefused(
                    ErrorCode.INVALID_KEY, "The request has no single header 'Authorization: Bearer <key>'.");
        }
        return Secret.of(first.substring(SCHEME.length()).strip());
    }
}
