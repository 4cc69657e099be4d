package io.weir.edge.mcp.stdio;

import io.weir.edge.mcp.message.Message;
import io.weir.edge.mcp.relay.HeldCall;
import io.weir.edge.mcp.relay.Hold;
import io.weir.edge.mcp.relay.HoldRules;
import io.weir.edge.mcp.relay.Relay;
import io.weir.edge.mcp.relay.Step;
import io.weir.platform.json.Json;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls of one client that wait for a person, each on a thread of its own. Safe to share between threads. */
final class HeldCalls {

    private static final Logger LOG = LoggerFactory.getLogger(HeldCalls.class);

    private final Relay relay;
    private final HoldRules rules;
    private final LineWriter toClient;
    private final Next next;
    private final Map<String, Hold> held = new ConcurrentHashMap<>();

    HeldCalls(Relay relay, HoldRules rules, LineWriter toClient, Next next) {
        this.relay = relay;
        this.rules = rules;
        this.toClient = toClient;
        this.next = next;
    }

    /** Takes what has become of a call. */
    @FunctionalInterface
    interface Next {
        void take(Message message, Step step) throws IOException, InterruptedException;
    }

    /** Holds a call until a person has decided, or time is over, or it is released. */
    void add(Message message, HeldCall call) {
        Hold hold = new Hold(relay, call, rules);
        held.put(message.idKey(), hold);
        Thread waiting = new Thread(() -> await(message, hold), "weir-mcp-hold");
        waiting.setDaemon(true);
        waiting.start();
    }

    private void await(Message message, Hold hold) {
        try {
            Step step = hold.await(toClient::write);
            held.remove(message.idKey(), hold);
            next.take(message, step);
        } catch (IOException e) {
            LOG.info(
                    "event=mcp_stream_broken side=server cause={}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Releases the call that a cancellation is for; false if it is not held here, so that the server must know. */
    boolean cancelled(Message cancellation) {
        Object id = cancellation.params().get("requestId");
        Hold hold = id == null ? null : held.remove(Json.text(id));
        if (hold == null) {
            return false;
        }
        hold.release();
        return true;
    }

    /** Nobody waits for any of them any more. */
    void release() {
        held.values().forEach(Hold::release);
    }
}
