package io.weir.edge.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.edge.enforce.EdgeMeters;
import io.weir.edge.response.HeldBytes;

/** The gateway's meters. Labels are closed words. */
final class GatewayMetrics extends EdgeMeters {

    private final MeterRegistry registry;
    private final HeldBytes heldBytes = new HeldBytes();
    private final Counter callBytes;

    GatewayMetrics(MeterRegistry registry) {
        super(registry, "weir.gateway");
        this.registry = registry;
        this.callBytes = Counter.builder("weir.gateway.call.bytes")
                .description("Bytes of bodies of calls.")
                .register(registry);
        Gauge.builder("weir.gateway.held.bytes", heldBytes, HeldBytes::now)
                .description("Bytes of responses that wait to be reported.")
                .register(registry);
        Gauge.builder("weir.gateway.held.bytes.most", heldBytes, HeldBytes::most)
                .description("Most bytes of responses that ever waited at once.")
                .register(registry);
    }

    HeldBytes heldBytes() {
        return heldBytes;
    }

    void callBytes(long bytes) {
        callBytes.increment(bytes);
    }

    /** A tunnel has ended in which so much went through unread. */
    void tunnelBytes(long sent, long received) {
        tunnelBytes("sent").increment(sent);
        tunnelBytes("received").increment(received);
    }

    private Counter tunnelBytes(String direction) {
        return Counter.builder("weir.gateway.tunnel.bytes")
                .description("Bytes that went through tunnels unread, by direction as the agent sees it.")
                .tag("direction", direction)
                .register(registry);
    }
}
