package io.weir.launcher.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The loopback ports of a broker.
 *
 * @param clients where producers and consumers connect
 * @param controller where the controller listens; Kafka must know it before it starts
 */
record BrokerPorts(int clients, int controller) {

    static final String LOOPBACK = "127.0.0.1";

    /** The given port for clients (0: any free one) and a free one for the controller. */
    static BrokerPorts choose(int clientPort) {
        try (ServerSocket clients = bind(clientPort);
                ServerSocket controller = bind(0)) {
            return new BrokerPorts(clients.getLocalPort(), controller.getLocalPort());
        } catch (IOException e) {
            throw new BrokerUnusable(
                    "Port " + clientPort + " of " + LOOPBACK + " is not free. Fix: stop what listens there, or choose"
                            + " another port for the broker",
                    e);
        }
    }

    /** Whether both can be bound now. */
    boolean free() {
        try (ServerSocket first = bind(clients);
                ServerSocket second = bind(controller)) {
            return first.isBound() && second.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Address for clients, {@code host:port}. */
    String bootstrap() {
        return LOOPBACK + ":" + clients;
    }

    private static ServerSocket bind(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getByName(LOOPBACK), port));
        return socket;
    }
}
