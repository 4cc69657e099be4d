package io.weir.benchmarks.lag;

import io.weir.benchmarks.Quantiles;
import io.weir.client.ScanFailure;
import io.weir.schemas.api.ScanAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Agents at work on both nodes: each event is due at a fixed time, whether or not those before it are answered. Half of
 * the events are calls, half responses; every fourth call carries something out; every fourth response holds personal
 * data.
 */
final class Background {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int CALLS_PER_SESSION = 20;

    private final List<Node> nodes;
    private final int agentCount;
    private final String sessionsOf;
    private final double ratePerSecond;
    private final int bodyUnits;
    private final List<Thread> agents = new ArrayList<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger events = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final Quantiles late = new Quantiles();
    private final Quantiles scans = new Quantiles();

    private Background(List<Node> nodes, int agentCount, String sessionsOf, double ratePerSecond, int bodyUnits) {
        this.nodes = List.copyOf(nodes);
        this.agentCount = agentCount;
        this.sessionsOf = sessionsOf;
        this.ratePerSecond = ratePerSecond;
        this.bodyUnits = bodyUnits;
    }

    /** Many agents, which send so many events a second together. */
    static Background paced(List<Node> nodes, String sessionsOf, double ratePerSecond, int bodyUnits) {
        return new Background(nodes, 24, sessionsOf, ratePerSecond, bodyUnits);
    }

    /**
     * Few agents, which work as fast as they can and rest every other second: where all threads wait for a processor,
     * the compiler is one among many and never catches up.
     */
    static Background warmingUp(List<Node> nodes, int bodyUnits) {
        return new Background(nodes, 4, "warm", Double.POSITIVE_INFINITY, bodyUnits);
    }

    void start() {
        for (int agent = 0; agent < agentCount; agent++) {
            int number = agent;
            Thread thread = new Thread(() -> work(number), "agent-" + number);
            thread.setDaemon(true);
            thread.start();
            agents.add(thread);
        }
    }

    void stop() throws InterruptedException {
        stopped.set(true);
        for (Thread agent : agents) {
            agent.join();
        }
    }

    /** Begins to count anew. */
    void reset() {
        events.set(0);
        late.clear();
        scans.clear();
    }

    int events() {
        return events.get();
    }

    int failures() {
        return failures.get();
    }

    /** How much later than due events were sent, in milliseconds. */
    Quantiles late() {
        return late;
    }

    /** How long a scan of a call took, in milliseconds. */
    Quantiles scans() {
        return scans;
    }

    /** An agent keeps its session, and the session its node, as behind a balancer that hashes the session. */
    private void work(int agent) {
        Texts texts = new Texts(agent);
        Node node = nodes.get(agent % nodes.size());
        long periodNanos = (long) (2e9 * agentCount / ratePerSecond);
        long dueNanos = System.nanoTime() + periodNanos * agent / agentCount;
        for (int turn = 0; !stopped.get(); turn++) {
            awaitDue(periodNanos > 0 ? dueNanos : endOfRestNanos());
            late.add((System.nanoTime() - dueNanos) / 1e6);
            dueNanos += periodNanos;
            try {
                act(node, sessionsOf + "-" + agent + "-" + turn / CALLS_PER_SESSION, turn, texts);
            } catch (ScanFailure e) {
                failures.incrementAndGet();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void act(Node node, String session, int turn, Texts texts) throws ScanFailure, InterruptedException {
        long beganNanos = System.nanoTime();
        ScanAnswer answer =
                node.scan(turn % 4 == 3 ? Calls.write(session, texts.prose(bodyUnits), null) : Calls.read(session));
        scans.add((System.nanoTime() - beganNanos) / 1e6);
        String holds = turn % 4 == 0 ? "Her number is " + texts.securityNumber() + ". " : "";
        node.respond(answer.traceId(), holds + texts.prose(bodyUnits));
        events.addAndGet(2);
    }

    /** The agents that keep no pace work in even seconds. */
    private static long endOfRestNanos() {
        long nowNanos = System.nanoTime();
        long second = Math.floorDiv(nowNanos, SECOND_NANOS);
        return second % 2 == 0 ? nowNanos : (second + 1) * SECOND_NANOS;
    }

    private static void awaitDue(long dueNanos) {
        long waitNanos = dueNanos - System.nanoTime();
        while (waitNanos > 0) {
            LockSupport.parkNanos(waitNanos);
            waitNanos = dueNanos - System.nanoTime();
        }
    }
}
