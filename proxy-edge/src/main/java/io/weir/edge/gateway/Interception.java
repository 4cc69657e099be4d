package io.weir.edge.gateway;

import io.weir.edge.authority.HostCertificates;
import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Answers a {@code CONNECT} in the name of the host that it is for, so that the requests inside can be read. */
final class Interception {

    private final HostCertificates certificates;
    private final HttpConfiguration http;

    /** The connection asks it for no certificate, only for limits. */
    private final SslContextFactory.Server settings = new SslContextFactory.Server();

    /**
     * An interception.
     *
     * @param http how the requests inside are read
     */
    Interception(HostCertificates certificates, HttpConfiguration http) {
        this.certificates = certificates;
        this.http = http;
    }

    /** Opens a tunnel that ends here; its requests carry {@link Tunnel} with them. */
    void open(Tunnel tunnel, Request request, Response response, Callback callback) {
        EndPoint endPoint = request.getTunnelSupport().getEndPoint();
        Connector connector = request.getConnectionMetaData().getConnector();
        request.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, connection(tunnel, connector, endPoint));
        response.setStatus(200);
        callback.succeeded();
    }

    private Connection connection(Tunnel tunnel, Connector connector, EndPoint endPoint) {
        SSLEngine engine = certificates.context(tunnel.target().host()).createSSLEngine();
        engine.setUseClientMode(false);
        SslConnection tls =
                new SslConnection(connector.getByteBufferPool(), connector.getExecutor(), settings, endPoint, engine);
        HttpConfiguration marked = new HttpConfiguration(http);
        marked.addCustomizer((request, headers) -> tunnel.mark(request));
        EndPoint plain = tls.getSslEndPoint();
        plain.setConnection(new HttpConnectionFactory(marked).newConnection(connector, plain));
        return tls;
    }
}
