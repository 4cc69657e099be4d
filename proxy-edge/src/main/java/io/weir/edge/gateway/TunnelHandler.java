package io.weir.edge.gateway;

import io.weir.edge.call.AgentIdentity;
import io.weir.edge.call.CallBody;
import io.weir.edge.call.CallRefused;
import io.weir.edge.call.HttpCall;
import io.weir.edge.call.ProxyCredentials;
import io.weir.edge.call.UpstreamTarget;
import io.weir.edge.enforce.CallScanner;
import io.weir.edge.enforce.Enforcement;
import io.weir.edge.enforce.Enforcer;
import io.weir.edge.enforce.FailMode;
import io.weir.edge.enforce.ResponseReporter;
import io.weir.edge.enforce.ScanOutcome;
import io.weir.edge.enforce.ScannedCall;
import io.weir.edge.upstream.AddressGuard;
import io.weir.edge.upstream.UpstreamUnreachable;
import io.weir.schemas.error.ErrorCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ConnectHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/**
 * {@code CONNECT} (RFC 9110, 9.3.6): what can be intercepted is; what the operator permits is passed on unread, after a
 * decision on the host alone; everything else is refused, because what cannot be read cannot be scanned.
 */
final class TunnelHandler extends ConnectHandler {

    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+):[0-9]{1,5}");
    private static final String TRAFFIC = TunnelTraffic.class.getName();
    private static final int BUFFER_BYTES = 16 << 10;

    private final GatewayParts parts;
    private final ForwardConfig config;
    private final CallDesk desk;
    private final @Nullable Interception interception;
    private final CallReader reader;
    private final CallScanner scanner;
    private final AddressGuard guard;

    /** Tunnels that are passed on at once: as many as calls. */
    private final Semaphore slots;

    TunnelHandler(GatewayParts parts, ForwardConfig config, CallDesk desk, @Nullable Interception interception) {
        super(new ForwardHandler(desk));
        this.parts = parts;
        this.config = config;
        this.desk = desk;
        this.interception = interception;
        this.reader = new CallReader(parts);
        this.scanner = new CallScanner(parts.scanClient(), parts.metrics());
        this.guard = AddressGuard.permitting(parts.config().upstreams().privatePermitted());
        this.slots = new Semaphore(parts.config().callsMax());
        setConnectTimeout(parts.config().upstreams().connectMillis());
        setIdleTimeout(parts.config().upstreams().idleMillis());
        setBufferSize(BUFFER_BYTES);
    }

    @Override
    protected void handleConnect(Request request, Response response, Callback callback, String authority) {
        if (Tunnel.of(request) != null) {
            desk.refuse(response, callback, ErrorCode.UPSTREAM_INVALID, "There is no tunnel inside a tunnel.");
        } else if (!desk.admits(request)) {
            desk.refuse(response, callback, ErrorCode.PROXY_TOKEN_INVALID, ForwardHandler.NO_TOKEN);
        } else {
            connect(request, response, callback, authority);
        }
    }

    private void connect(Request request, Response response, Callback callback, String authority) {
        try {
            ProxyCredentials caller = ProxyCredentials.of(request.getHeaders());
            Tunnel tunnel = new Tunnel(reader.target(request, new CallEntry(url(authority), caller)), caller);
            if (config.tunnels(tunnel.target())) {
                passOn(tunnel, request, response, callback);
            } else if (interception != null) {
                interception.open(tunnel, request, response, callback);
            } else {
                throw new CallRefused(
                        ErrorCode.UPSTREAM_FORBIDDEN,
                        "What goes through a tunnel cannot be scanned; set forward_proxy.intercept, or permit the host"
                                + " in forward_proxy.tunnels_permitted.");
            }
        } catch (CallRefused e) {
            desk.refuse(response, callback, e.code(), e.detail());
        } catch (UpstreamUnreachable e) {
            desk.refuse(response, callback, e.code(), e.detail());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            callback.failed(e);
        }
    }

    private static String url(String authority) throws CallRefused {
        if (!AUTHORITY.matcher(authority).matches()) {
            throw new CallRefused(ErrorCode.UPSTREAM_INVALID, "CONNECT needs a host and a port.");
        }
        return "https://" + (authority.endsWith(":443") ? authority.substring(0, authority.length() - 4) : authority)
                + "/";
    }

    private void passOn(Tunnel tunnel, Request request, Response response, Callback callback)
            throws CallRefused, UpstreamUnreachable, InterruptedException {
        UpstreamTarget target = tunnel.target();
        AgentIdentity agent = AgentIdentity.of(request.getHeaders(), tunnel.caller());
        HttpCall call = new HttpCall("CONNECT", target, agent, List.of(), CallBody.NONE);
        ScanOutcome outcome = scanner.scan(call);
        parts.metrics().decided(outcome.decisionWord());
        parts.decisionHeaders().addOutcome(response.getHeaders(), outcome);
        FailMode failMode = parts.config().failModes().of(target);
        Enforcement enforcement = new Enforcer(parts.config().mode(), failMode).enforce(outcome, call.body());
        if (enforcement instanceof Enforcement.Forward) {
            InetSocketAddress address = guard.resolve(target.host(), target.port());
            request.setAttribute(InetSocketAddress.class.getName(), address);
            ScannedCall scanned = new ScannedCall(agent, outcome);
            var reporter = new ResponseReporter(
                    parts.reports(), parts.metrics(), scanned, 200, ResponseReporter.Terms.WATCHED);
            EndPoint agentSide = request.getTunnelSupport().getEndPoint();
            request.setAttribute(TRAFFIC, new TunnelTraffic(agentSide, reporter, parts.metrics()));
            if (!slots.tryAcquire()) {
                throw new CallRefused(ErrorCode.OVERLOADED, "As many tunnels as the gateway takes at once are open.");
            }
            super.handleConnect(request, response, callback, target.uri().getHost() + ":" + target.port());
        } else if (enforcement instanceof Enforcement.Hold hold) {
            desk.refuse(response, callback, hold);
        } else {
            throw new CallRefused(
                    ErrorCode.SCAN_UNAVAILABLE, "The scan API gave no decision; the tunnel stays closed.");
        }
    }

    @Override
    protected void connectToServer(Request request, String host, int port, Promise<SocketChannel> promise) {
        // The address that was judged, and no other look at the name.
        InetSocketAddress address = (InetSocketAddress) request.getAttribute(InetSocketAddress.class.getName());
        try {
            SocketChannel channel = SocketChannel.open();
            channel.socket().setTcpNoDelay(true);
            channel.configureBlocking(false);
            channel.connect(address);
            promise.succeeded(channel);
        } catch (IOException e) {
            promise.failed(e);
        }
    }

    @Override
    protected void onConnectFailure(Request request, Response response, Callback callback, Throwable failure) {
        slots.release();
        desk.refuse(
                response,
                callback,
                ErrorCode.UPSTREAM_UNREACHABLE,
                "No connection: " + failure.getClass().getSimpleName() + ".");
    }

    @Override
    protected void prepareContext(Request request, ConcurrentMap<String, Object> context) {
        context.put(TRAFFIC, request.getAttribute(TRAFFIC));
    }

    @Override
    protected int read(EndPoint endPoint, ByteBuffer buffer, ConcurrentMap<String, Object> context) throws IOException {
        int bytes = super.read(endPoint, buffer, context);
        ((TunnelTraffic) Objects.requireNonNull(context.get(TRAFFIC))).read(endPoint, bytes);
        return bytes;
    }

    @Override
    protected UpstreamConnection newUpstreamConnection(EndPoint endPoint, ConnectContext context) {
        TunnelTraffic traffic = (TunnelTraffic) context.getRequest().getAttribute(TRAFFIC);
        return new UpstreamConnection(endPoint, getExecutor(), getByteBufferPool(), context) {
            @Override
            public void onClose(@Nullable Throwable cause) {
                super.onClose(cause);
                slots.release();
                getExecutor().execute(traffic::ended);
            }
        };
    }
}
