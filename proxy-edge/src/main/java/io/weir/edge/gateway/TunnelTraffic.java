package io.weir.edge.gateway;

import io.weir.client.ScanFailure;
import io.weir.edge.enforce.ResponseReporter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bytes that went through one tunnel unread, reported as the response to its {@code CONNECT}. */
final class TunnelTraffic {

    private static final Logger LOG = LoggerFactory.getLogger(TunnelTraffic.class);

    private final EndPoint agent;
    private final ResponseReporter reporter;
    private final GatewayMetrics metrics;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();

    /**
     * Nothing so far.
     *
     * @param agent the agent's side
     */
    TunnelTraffic(EndPoint agent, ResponseReporter reporter, GatewayMetrics metrics) {
        this.agent = agent;
        this.reporter = reporter;
        this.metrics = metrics;
    }

    /** Counts what was read from one side. */
    void read(EndPoint from, int bytes) {
        if (bytes > 0) {
            (from == agent ? sent : received).addAndGet(bytes);
        }
    }

    /** Reports what there was. */
    void ended() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("tunnel_bytes_sent", sent.get());
        report.put("tunnel_bytes_received", received.get());
        metrics.tunnelBytes(sent.get(), received.get());
        try {
            reporter.report(report);
        } catch (ScanFailure e) {
            // The reporter has logged and counted it, and the tunnel is over.
            LOG.debug("event=tunnel_unreported");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
