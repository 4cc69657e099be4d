package io.weir.edge.mcp.judge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** The meters of MCP edges. Labels are closed words. Safe to share between threads. */
public final class McpMeters {

    private final MeterRegistry registry;
    private final Counter unread;

    /** Meters in a registry. */
    public McpMeters(MeterRegistry registry) {
        this.registry = registry;
        this.unread = Counter.builder("weir.mcp.unread.bytes")
                .description("Bytes of what servers sent that were passed on unreported: beyond the limit, or media.")
                .register(registry);
    }

    /** A message was decided on; the label is a decision or UNSCANNED. */
    public void decided(String decision) {
        count("weir.mcp.calls", "Messages to servers that were decided on, by decision.", "decision", decision);
    }

    /** The scan API gave no answer; the stage is call or response. */
    public void scanFailed(String stage) {
        count("weir.mcp.scan.failures", "Requests to the scan API that brought no answer, by stage.", "stage", stage);
    }

    /** A report that was to be sent later was sent, refused, or dropped. */
    public void late(String outcome) {
        count(
                "weir.mcp.late.reports",
                "Reports of what servers sent that was passed on before them, by outcome.",
                "outcome",
                outcome);
    }

    /** A message was not taken; the label says whose it was. */
    public void refused(String sender) {
        count("weir.mcp.refused", "Messages that are not what they must be, by sender.", "sender", sender);
    }

    /** A message of a method that the protocol does not have. */
    public void unknownMethod(String sender) {
        count("weir.mcp.unknown.methods", "Messages of methods that are not known, by sender.", "sender", sender);
    }

    /** Something that a server sent was not passed on. */
    public void withheld() {
        count("weir.mcp.withheld", "Messages of servers that were not passed on.", "sender", "server");
    }

    /** Something that a server sent was passed on without being looked at. */
    public void unread(long bytes) {
        unread.increment(bytes);
    }

    private void count(String name, String description, String label, String word) {
        Counter.builder(name)
                .description(description)
                .tag(label, word)
                .register(registry)
                .increment();
    }
}
