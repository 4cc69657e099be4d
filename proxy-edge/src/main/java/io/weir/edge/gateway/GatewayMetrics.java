package io.weir.edge.gateway;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.weir.edge.response.HeldBytes;
import io.weir.schemas.error.ErrorCode;

/** The gateway's meters. Labels are closed words. */
final class GatewayMetrics {

    private final MeterRegistry registry;
    private final HeldBytes heldBytes = new HeldBytes();
    private final Counter callBytes;
    private final Counter unreadBytes;

    GatewayMetrics(MeterRegistry registry) {
        this.registry = registry;
        this.callBytes = Counter.builder("weir.gateway.call.bytes")
                .description("Bytes of bodies of calls.")
                .register(registry);
        this.unreadBytes = Counter.builder("weir.gateway.response.unread.bytes")
                .description("Bytes of responses that were forwarded unreported: no text, broken, or beyond the limit.")
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

    /** A call was taken; the label is a decision or UNSCANNED. */
    void decided(String decision) {
        Counter.builder("weir.gateway.requests")
                .description("Calls, by decision.")
                .tag("decision", decision)
                .register(registry)
                .increment();
    }

    /** A call was answered with a problem. */
    void refused(ErrorCode code) {
        Counter.builder("weir.gateway.refused")
                .description("Calls that were answered with a problem, by code.")
                .tag("code", code.name())
                .register(registry)
                .increment();
    }

    /** The scan API gave no answer; the stage is call or response. */
    void scanFailed(String stage) {
        Counter.builder("weir.gateway.scan.failures")
                .description("Requests to the scan API that brought no answer, by stage.")
                .tag("stage", stage)
                .register(registry)
                .increment();
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

    void unreadBytes(long bytes) {
        unreadBytes.increment(bytes);
    }
}
