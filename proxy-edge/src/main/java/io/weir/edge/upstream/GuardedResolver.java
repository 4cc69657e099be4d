package io.weir.edge.upstream;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/** Looks names up and leaves out addresses that may not be connected to. */
final class GuardedResolver implements SocketAddressResolver {

    private final SocketAddressResolver resolver;
    private final AddressGuard guard;

    GuardedResolver(SocketAddressResolver resolver, AddressGuard guard) {
        this.resolver = resolver;
        this.guard = guard;
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        resolver.resolve(host, port, context, new Promise<>() {
            @Override
            public void succeeded(List<InetSocketAddress> addresses) {
                settle(permitted(host, port, addresses), promise);
            }

            @Override
            public void failed(Throwable cause) {
                promise.failed(cause);
            }
        });
    }

    private List<InetSocketAddress> permitted(String host, int port, List<InetSocketAddress> addresses) {
        return addresses.stream()
                .filter(address -> guard.permits(host, port, address.getAddress()))
                .toList();
    }

    private static void settle(List<InetSocketAddress> addresses, Promise<List<InetSocketAddress>> promise) {
        if (addresses.isEmpty()) {
            promise.failed(new AddressForbidden());
        } else {
            promise.succeeded(addresses);
        }
    }
}
