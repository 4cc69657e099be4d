package io.weir.edge.gateway;

import io.weir.edge.authority.CertificateAuthority;
import io.weir.edge.authority.HostCertificates;
import java.nio.file.Path;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** The gateway's second door: a proxy for {@code HTTP_PROXY} and {@code HTTPS_PROXY}, on a port of its own. */
final class ForwardProxy extends Handler.Wrapper {

    private final ServerConnector connector;

    private ForwardProxy(ServerConnector connector, Handler handler) {
        super(handler);
        this.connector = connector;
    }

    /**
     * A proxy on this server.
     *
     * @param http how requests are read
     * @throws IllegalArgumentException if it is to intercept and has no certificate authority
     */
    static ForwardProxy on(
            Server server, HttpConfiguration http, EdgeConfig config, GatewayParts parts, CallDesk desk) {
        ForwardConfig forward = config.forward();
        Interception interception = forward.intercepts()
                ? new Interception(new HostCertificates(CertificateAuthority.read(Path.of(forward.authority()))), http)
                : null;
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setName("forward");
        connector.setPort(forward.port());
        return new ForwardProxy(connector, new TunnelHandler(parts, forward, desk, interception));
    }

    ServerConnector connector() {
        return connector;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return request.getConnectionMetaData().getConnector() == connector && super.handle(request, response, callback);
    }
}
