package io.weir.edge.hook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.client.ScanClient;
import io.weir.client.ScanClientConfig;
import io.weir.edge.call.Answering;
import io.weir.edge.enforce.LateReports;
import io.weir.edge.gateway.LocalTokens;
import io.weir.platform.config.Secret;
import io.weir.platform.json.Json;
import io.weir.schemas.api.Problem;
import io.weir.schemas.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * {@code POST /hook/<host>} of the gateway: what a hook's process would do, without the start of a process. Status 200
 * stands for exit code 0, and 403 for a tool that must not run; the body is the hook's standard output.
 */
public final class HookHandler extends Handler.Abstract {

    private static final String PREFIX = "/hook/";
    private static final int INPUT_BYTES_MAX = 17 << 20;
    private static final List<String> HOSTS = List.of("claude-code", "copilot", "generic");

    private final LocalTokens tokens;
    private final LateReports late;
    private final Map<String, Hook> hooks = new TreeMap<>();

    /**
     * Hooks for all kinds of hosts.
     *
     * @param tokens one of which each request must carry; empty if none need be
     * @param registry counts late reports
     */
    public HookHandler(HookConfig config, ScanClientConfig scan, List<Secret> tokens, MeterRegistry registry) {
        this.tokens = new LocalTokens(tokens);
        ScanClient client = new ScanClient(scan);
        TraceMemory memory = new RecentTraceMemory();
        this.late = new LateReports(client::report, outcome -> count(registry, outcome));
        HOSTS.forEach(host -> hooks.put(host, Hook.of(host, config, client, memory, late)));
    }

    private static void count(MeterRegistry registry, String outcome) {
        Counter.builder("weir.hook.late.reports")
                .description("Reports of outputs that agents may have seen before them, by outcome.")
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }

    @Override
    protected void doStop() throws Exception {
        super.doStop();
        late.close();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = request.getHttpURI().getPath();
        Hook hook = path.startsWith(PREFIX) ? hooks.get(path.substring(PREFIX.length())) : null;
        if (hook == null) {
            return false;
        }
        Answering.complete(callback, () -> answer(hook, request, response));
        return true;
    }

    private void answer(Hook hook, Request request, Response response) throws IOException, InterruptedException {
        if (isFromBrowser(request)) {
            refuse(response, ErrorCode.HOST_NOT_ALLOWED, "A web page has no business here.");
        } else if (!tokens.admit(request.getHeaders())) {
            refuse(response, ErrorCode.GATEWAY_TOKEN_INVALID, "The request carries none of the gateway's tokens.");
        } else if (!request.getMethod().equals("POST")) {
            refuse(response, ErrorCode.METHOD_NOT_ALLOWED, "A hook's input is posted.");
        } else {
            HookReply reply = hook.run(Request.asInputStream(request).readNBytes(INPUT_BYTES_MAX));
            write(response, reply.exitCode() == 0 ? 200 : 403, "application/json", reply.out());
        }
    }

    /** Every browser says so since 2023, and a page cannot keep it from doing so. */
    private static boolean isFromBrowser(Request request) {
        return request.getHeaders().contains("Sec-Fetch-Site")
                || request.getHeaders().contains(HttpHeader.ORIGIN);
    }

    private static void refuse(Response response, ErrorCode code, String detail) throws IOException {
        write(response, code.status(), "application/problem+json", Json.text(Problem.of(code, detail, null, null)));
    }

    private static void write(Response response, int status, String contentType, String body) throws IOException {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Content.Sink.write(response, true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
    }
}
