package io.weir.edge.gateway;

import io.weir.platform.json.Json;
import io.weir.schemas.api.Problem;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.api.ResponseScanRequest;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.api.ScanRequest;
import io.weir.schemas.api.WhoAmIAnswer;
import io.weir.schemas.error.ErrorCode;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.ReasonCode;
import io.weir.schemas.word.RiskBand;
import io.weir.schemas.word.Scope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** A scan API on a real port that decides as the test says and remembers what it was sent. */
public final class FakeScanApi implements AutoCloseable {

    public static final String TRACE_ID = "0192d5a4-0000-7000-8000-000000000001";
    public static final String APPROVAL_ID = "0192d5a4-0000-7000-8000-000000000002";
    public static final String SESSION_ID = "session-of-the-fake";

    private final Server server;
    private final List<ScanRequest> calls = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> callHeaders = new CopyOnWriteArrayList<>();
    private final List<ResponseScanRequest> responses = new CopyOnWriteArrayList<>();
    private volatile Function<ScanRequest, Object> decide = call -> answer(Decision.ALLOW, null);
    private URI url = URI.create("http://127.0.0.1:1");
    private volatile Runnable onResponse = () -> {};
    private volatile boolean killed;
    private volatile Function<ResponseScanRequest, ResponseScanAnswer> observe = FakeScanApi::harmless;

    private FakeScanApi(Server server) {
        this.server = server;
    }

    public static FakeScanApi start() throws Exception {
        return start(0);
    }

    public static FakeScanApi start(int port) throws Exception {
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        FakeScanApi api = new FakeScanApi(server);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                if (api.killed) {
                    request.getConnectionMetaData()
                            .getConnection()
                            .getEndPoint()
                            .close();
                } else {
                    api.handle(request, response);
                }
                callback.succeeded();
                return true;
            }
        });
        server.start();
        api.url = URI.create("http://127.0.0.1:" + server.getURI().getPort());
        return api;
    }

    public static ScanAnswer answer(Decision decision, @Nullable Object sanitizedBody) {
        return new ScanAnswer(
                decision,
                0.9,
                RiskBand.CRITICAL,
                decision == Decision.ALLOW ? List.of() : List.of("PII_EGRESS", "READ_WRITE_LINK"),
                TRACE_ID,
                "custom_proxy",
                "post",
                List.of(),
                List.of(),
                sanitizedBody,
                decision == Decision.REQUIRE_APPROVAL ? APPROVAL_ID : null,
                null,
                null,
                SESSION_ID,
                List.of(),
                List.of());
    }

    private static ResponseScanAnswer answer(
            Decision decision, List<ReasonCode> reasons, @Nullable Object sanitizedBody) {
        return new ResponseScanAnswer(
                TRACE_ID, List.of(), 0, "0".repeat(64), true, List.of(), decision, reasons, sanitizedBody);
    }

    /** Redacts one word in responses, denies those that hold another. */
    public FakeScanApi guarding(String redacted, String denied) {
        observe = response -> {
            String body = Json.text(Objects.requireNonNull(response.responseBody()));
            if (body.contains(denied)) {
                return answer(Decision.DENY, List.of(ReasonCode.ORDER_IN_RESPONSE), null);
            }
            return body.contains(redacted)
                    ? answer(
                            Decision.SANITIZE,
                            List.of(ReasonCode.SECRET_DETECTED),
                            tree(body.replace(redacted, "[gone]")))
                    : answer(Decision.ALLOW, List.of(), null);
        };
        return this;
    }

    private static Object tree(String json) {
        try {
            return Json.mapper().readValue(json, Object.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public URI url() {
        return url;
    }

    public FakeScanApi deciding(Decision decision) {
        decide = call -> answer(decision, null);
        return this;
    }

    public FakeScanApi sanitizing(Function<Object, Object> redact) {
        decide = call -> answer(Decision.SANITIZE, call.body() == null ? null : redact.apply(call.body()));
        return this;
    }

    /** Dies in the middle of the next scan. */
    public FakeScanApi dying() {
        decide = call -> {
            kill();
            return answer(Decision.ALLOW, null);
        };
        return this;
    }

    public FakeScanApi refusing(ErrorCode code) {
        decide = call -> Problem.of(code, "refused by the test", null, null);
        return this;
    }

    /** Says that responses may go on redacted only, and gives their redacted form; null if it has none. */
    public FakeScanApi objecting(Decision decision, Function<Object, @Nullable Object> redact) {
        observe = response -> new ResponseScanAnswer(
                TRACE_ID,
                List.of(),
                1,
                "0".repeat(64),
                true,
                List.of(),
                decision,
                List.of(ReasonCode.SECRET_DETECTED),
                redact.apply(response.responseBody()));
        return this;
    }

    private static ResponseScanAnswer harmless(ResponseScanRequest response) {
        return new ResponseScanAnswer(TRACE_ID, List.of(), 0, "0".repeat(64), true, List.of());
    }

    public FakeScanApi onResponse(Runnable action) {
        onResponse = action;
        return this;
    }

    public ScanRequest onlyCall() {
        if (calls.size() != 1) {
            throw new AssertionError("expected one scan, got " + calls.size());
        }
        return calls.get(0);
    }

    public List<ScanRequest> calls() {
        return calls;
    }

    public Map<String, String> onlyCallHeaders() {
        onlyCall();
        return callHeaders.get(0);
    }

    /** Headers of the calls, by name. */
    public List<Map<String, String>> callHeaders() {
        return callHeaders;
    }

    public List<ResponseScanRequest> responses() {
        return responses;
    }

    private void handle(Request request, Response response) throws IOException {
        byte[] body = Request.asInputStream(request).readAllBytes();
        String path = request.getHttpURI().getPath();
        if (path.equals("/v1/scan")) {
            scan(body, request, response);
        } else if (path.equals("/v1/whoami")) {
            say(String.valueOf(request.getHeaders().get("Authorization")), response);
        } else {
            observe(body, response);
        }
    }

    /** Keys say of themselves whose they are: {@code Bearer TENANT-NAME}, and {@code TENANT-boss} may do everything. */
    private static void say(String authorization, Response response) throws IOException {
        String[] words = authorization.replace("Bearer ", "").split("-", 2);
        boolean known = authorization.startsWith("Bearer ") && words.length == 2;
        List<Scope> scopes = words[words.length - 1].equals("boss") ? List.of(Scope.values()) : List.of(Scope.SCAN);
        send(
                response,
                known ? 200 : 401,
                known
                        ? new WhoAmIAnswer(words[0], words[1], scopes)
                        : Problem.of(ErrorCode.INVALID_KEY, "no such key", null, null));
    }

    private void scan(byte[] body, Request request, Response response) throws IOException {
        ScanRequest call = Json.mapper().readValue(body, ScanRequest.class);
        calls.add(call);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.getHeaders().forEach(field -> headers.put(field.getName(), String.valueOf(field.getValue())));
        callHeaders.add(headers);
        Object answer = decide.apply(call);
        send(response, answer instanceof Problem problem ? problem.status() : 200, answer);
    }

    private void observe(byte[] body, Response response) throws IOException {
        ResponseScanRequest observed = Json.mapper().readValue(body, ResponseScanRequest.class);
        onResponse.run();
        responses.add(observed);
        send(response, 200, observe.apply(observed));
    }

    private static void send(Response response, int status, Object body) throws IOException {
        response.setStatus(status);
        Content.Sink.write(response, true, ByteBuffer.wrap(Json.bytes(body)));
    }

    /** Stops answering at once; from within a handler as well. */
    public void kill() {
        // Whoever waits for a connection when its socket is closed may still get one.
        killed = true;
        for (var connector : server.getConnectors()) {
            ((ServerConnector) connector).close();
            connector.getConnectedEndPoints().forEach(EndPoint::close);
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the fake scan API does not stop", e);
        }
    }
}
