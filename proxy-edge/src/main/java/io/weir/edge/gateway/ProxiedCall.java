package io.weir.edge.gateway;

import io.weir.client.ScanFailure;
import io.weir.edge.call.CallRefused;
import io.weir.edge.call.EndToEndHeaders;
import io.weir.edge.call.HttpCall;
import io.weir.edge.call.ProtocolChange;
import io.weir.edge.call.UpstreamTarget;
import io.weir.edge.enforce.CallScanner;
import io.weir.edge.enforce.Enforcement;
import io.weir.edge.enforce.Enforcer;
import io.weir.edge.enforce.FailMode;
import io.weir.edge.enforce.Mode;
import io.weir.edge.enforce.ResponseReporter;
import io.weir.edge.enforce.ScanOutcome;
import io.weir.edge.enforce.ScannedCall;
import io.weir.edge.response.ResponseRelay;
import io.weir.edge.response.ResponseReport;
import io.weir.edge.response.ResponseWithheld;
import io.weir.edge.upstream.UpstreamRequest;
import io.weir.edge.upstream.UpstreamResponse;
import io.weir.edge.upstream.UpstreamUnreachable;
import io.weir.schemas.error.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.client.Request.Content;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of one call through the gateway: read, scan, enforce, forward, report, hand on. Safe to share. */
final class ProxiedCall {

    private static final Logger LOG = LoggerFactory.getLogger(ProxiedCall.class);

    private final GatewayParts parts;
    private final GatewayMetrics metrics;
    private final CallReader reader;
    private final CallScanner scanner;

    ProxiedCall(GatewayParts parts) {
        this.parts = parts;
        this.metrics = parts.metrics();
        this.reader = new CallReader(parts);
        this.scanner = new CallScanner(parts.scanClient(), metrics);
    }

    void handle(Request request, Response response, CallEntry entry)
            throws CallRefused, UpstreamUnreachable, ScanFailure, ResponseWithheld, IOException, InterruptedException {
        ProtocolChange.refuse(request.getMethod(), request.getHeaders());
        UpstreamTarget target = reader.target(request, entry);
        parts.decisionHeaders().addFailMode(response.getHeaders(), failMode(target, entry.terms()));
        InputStream stream = Request.asInputStream(request);
        byte[] body = stream.readNBytes(parts.config().callBytesMax() + 1);
        metrics.callBytes(body.length);
        if (body.length > parts.config().callBytesMax()) {
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(body), stream);
            HttpCall call = reader.readWithoutBody(request, target, entry);
            handleOversize(call, entry.terms(), response, whole);
            return;
        }
        HttpCall call = reader.read(request, target, entry, body);
        ScanOutcome outcome = scanner.scan(call);
        announce(outcome, response);
        Content content = body.length > 0 || declaresBody(request) ? UpstreamRequest.content(body) : null;
        enforce(new Exchange(call, entry.terms(), outcome, response), content);
    }

    /** One call, what is known of it so far, and where its answer goes. */
    private record Exchange(HttpCall call, RouteTerms terms, ScanOutcome outcome, Response response) {

        ScannedCall scanned() {
            return new ScannedCall(call.agent(), outcome);
        }
    }

    private void handleOversize(HttpCall call, RouteTerms terms, Response response, InputStream body)
            throws CallRefused, UpstreamUnreachable, ScanFailure, ResponseWithheld, IOException, InterruptedException {
        ScanOutcome outcome = CallScanner.unscanned(
                ErrorCode.PAYLOAD_TOO_LARGE,
                "The body has more than the " + parts.config().callBytesMax() + " bytes that can be scanned.",
                false);
        announce(outcome, response);
        enforce(new Exchange(call, terms, outcome, response), UpstreamRequest.content(body));
    }

    private void announce(ScanOutcome outcome, Response response) {
        metrics.decided(outcome.decisionWord());
        parts.decisionHeaders().addOutcome(response.getHeaders(), outcome);
        LOG.info("event=call decision={} trace_id={}", outcome.decisionWord(), outcome.traceId());
    }

    private void enforce(Exchange exchange, @Nullable Content content)
            throws CallRefused, UpstreamUnreachable, ScanFailure, ResponseWithheld, IOException, InterruptedException {
        HttpCall call = exchange.call();
        Enforcer enforcer = new Enforcer(parts.config().mode(), failMode(call.target(), exchange.terms()));
        Enforcement enforcement = enforcer.enforce(exchange.outcome(), call.body());
        if (enforcement instanceof Enforcement.Hold hold) {
            metrics.refused(hold.code());
            Answers.problem(exchange.response(), hold.code(), hold.detail(), hold.answer());
        } else if (enforcement instanceof Enforcement.FailClosed closed) {
            throw new CallRefused(closed.code(), closed.detail());
        } else if (enforcement instanceof Enforcement.ForwardRedacted redacted) {
            Content redactedContent = UpstreamRequest.content(redacted.body().bytes());
            forward(exchange, withoutBodyHeaders(call.headers()), redactedContent);
        } else {
            forward(exchange, call.headers(), content);
        }
    }

    private void forward(Exchange exchange, List<HttpField> headers, @Nullable Content content)
            throws UpstreamUnreachable, ScanFailure, ResponseWithheld, IOException, InterruptedException {
        HttpCall call = exchange.call();
        List<HttpField> withVia = new ArrayList<>(guards(exchange) ? withoutRanges(headers) : headers);
        withVia.add(parts.via());
        withVia.addAll(exchange.terms().secretHeaders());
        UpstreamRequest upstreamRequest =
                new UpstreamRequest(call.method(), call.target().uri(), withVia, content);
        try (UpstreamResponse upstream = parts.upstreamClient().send(upstreamRequest)) {
            Response response = exchange.response();
            response.setStatus(upstream.status());
            for (HttpField field : EndToEndHeaders.ofResponse(upstream.headers())) {
                if (!exchange.terms().reveals(field)) {
                    response.getHeaders().add(field);
                }
            }
            relay(exchange, upstream);
        }
    }

    private void relay(Exchange exchange, UpstreamResponse upstream)
            throws UpstreamUnreachable, ScanFailure, ResponseWithheld, IOException, InterruptedException {
        GatewayConfig config = parts.config();
        boolean mayFail =
                config.mode() == Mode.MONITOR || failMode(exchange.call().target(), exchange.terms()) == FailMode.OPEN;
        var terms = new ResponseReporter.Terms(mayFail, guards(exchange));
        var reporter = new ResponseReporter(parts.reports(), metrics, exchange.scanned(), upstream.status(), terms);
        var relay = new ResponseRelay(config.report().windowBytes(), config.holdMillis(), metrics.heldBytes());
        try (var report = new ResponseReport(upstream.headers(), config.report(), reporter)) {
            relay.relay(upstream, exchange.response(), report);
        }
    }

    private FailMode failMode(UpstreamTarget target, RouteTerms terms) {
        return terms.failMode() == null ? parts.config().failModes().of(target) : terms.failMode();
    }

    private boolean guards(Exchange exchange) {
        Boolean ofRoute = exchange.terms().guarded();
        return parts.config().mode() == Mode.ENFORCE
                && (ofRoute == null
                        ? parts.config().guard().covers(exchange.call().target())
                        : ofRoute);
    }

    private static List<HttpField> withoutRanges(List<HttpField> headers) {
        return headers.stream()
                .filter(field -> !EndToEndHeaders.asksForRange(field.getName()))
                .toList();
    }

    private static List<HttpField> withoutBodyHeaders(List<HttpField> headers) {
        return headers.stream()
                .filter(field -> !EndToEndHeaders.describesBody(field.getName()))
                .toList();
    }

    private static boolean declaresBody(Request request) {
        return request.getHeaders().contains(HttpHeader.CONTENT_LENGTH)
                || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }
}
