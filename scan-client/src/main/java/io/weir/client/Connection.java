package io.weir.client;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a server. It blocks; {@link #close} by another thread ends any wait, and so does an interrupt. Used
 * by one thread at a time.
 */
final class Connection implements AutoCloseable {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final SocketChannel channel;
    private @Nullable Socket socket;
    private @Nullable Incoming incoming;
    private long unusedSinceNanos;

    /** A connection that is not made yet. */
    Connection() throws IOException {
        this.channel = SocketChannel.open();
    }

    /** Connects. TLS where the URL says so, to a server whose certificate names its host. */
    void connect(URI server, int connectMillis) throws IOException, InterruptedException {
        boolean secure = server.getScheme().equalsIgnoreCase("https");
        int standardPort = secure ? HTTPS_PORT : HTTP_PORT;
        int port = server.getPort() < 0 ? standardPort : server.getPort();
        Socket plain = channel.socket();
        plain.connect(resolved(server.getHost(), port, connectMillis), connectMillis);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket = secure ? secured(plain, server.getHost(), port) : plain;
        incoming = new Incoming(socket.getInputStream());
    }

    /** Looking up a name cannot be broken off, so another thread does it. */
    private static InetSocketAddress resolved(String host, int port, int millis)
            throws IOException, InterruptedException {
        try {
            InetSocketAddress address = CompletableFuture.supplyAsync(() -> new InetSocketAddress(host, port))
                    .get(millis, TimeUnit.MILLISECONDS);
            if (address.isUnresolved()) {
                throw new UnknownHostException("the name " + host + " is unknown");
            }
            return address;
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the name " + host + " was not resolved within " + millis + " ms", e);
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        SSLSocketFactory factory = trust().getSocketFactory();
        SSLSocket secured = (SSLSocket) factory.createSocket(plain, name, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static SSLContext trust() throws IOException {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("this JDK's TLS settings cannot be used", e);
        }
    }

    /** Sends a request and reads its answer. */
    HttpAnswer exchange(byte[] request, int bodyBytesMax) throws IOException {
        if (socket == null || incoming == null) {
            throw new IOException("the connection has not been made");
        }
        OutputStream out = socket.getOutputStream();
        out.write(request);
        out.flush();
        HttpAnswer answer = AnswerReader.read(incoming, bodyBytesMax);
        unusedSinceNanos = System.nanoTime();
        return answer;
    }

    long unusedMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - unusedSinceNanos);
    }

    /**
     * Whether the server has ended the connection, or says something that nobody asked for. Costs a few microseconds.
     */
    boolean isStale() {
        try {
            channel.configureBlocking(false);
            boolean silent = channel.read(ByteBuffer.allocate(1)) == 0;
            channel.configureBlocking(true);
            return !silent;
        } catch (IOException e) {
            return true;
        }
    }

    /** Ends it at once: what would be said in parting could block. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // There is nothing left to be done with it.
        }
    }
}
