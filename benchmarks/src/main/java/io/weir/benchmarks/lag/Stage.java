package io.weir.benchmarks.lag;

import io.weir.benchmarks.CpuUse;
import io.weir.client.ScanFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures one rate after the other, with agents of their own. For one thread. */
final class Stage {

    private static final int SETTLE_SECONDS = 10;
    private static final Map<String, List<String>> PARTS = parts();

    private final List<Node> nodes;
    private final Probing probing;
    private final int bodyUnits;
    private int runs;

    Stage(Node first, Node second, Probing probing, int bodyUnits) {
        this.nodes = List.of(first, second);
        this.probing = probing;
        this.bodyUnits = bodyUnits;
    }

    /**
     * What came of one rate.
     *
     * @param asked events a second
     * @param rate events a second that there were
     * @param millisByPart CPU time of an event, by what used it
     */
    record Result(
            double asked, double rate, Background background, Probing probing, Map<String, Double> millisByPart) {}

    void warmUp(int seconds) throws ScanFailure, InterruptedException {
        Background agents = Background.warmingUp(nodes, bodyUnits);
        agents.start();
        probing.run(seconds);
        agents.stop();
    }

    Result run(double ratePerSecond, int seconds) throws ScanFailure, InterruptedException {
        Background agents = Background.paced(nodes, "bench-" + ++runs, ratePerSecond, bodyUnits);
        agents.start();
        probing.run(SETTLE_SECONDS);
        agents.reset();
        probing.reset();
        CpuUse cpu = new CpuUse(PARTS);
        long beganNanos = System.nanoTime();
        probing.run(seconds);
        double tookSeconds = (System.nanoTime() - beganNanos) / 1e9;
        int events = agents.events();
        Map<String, Double> millisByPart = millisByPart(cpu, events);
        agents.stop();
        return new Result(ratePerSecond, events / tookSeconds, agents, probing, millisByPart);
    }

    private static Map<String, List<String>> parts() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("agents", List.of("agent-", "main"));
        parts.put("HTTP and judgement", List.of("JettyServer", "qtp"));
        parts.put("producers", List.of("kafka-producer-network"));
        parts.put("taints and fetches", List.of("weir-taint-feed", "weir-event-reader"));
        parts.put("broker", List.of("data-plane", "kafka-", "executor-", "broker-", "quorum-", "controller-"));
        return parts;
    }

    private static Map<String, Double> millisByPart(CpuUse cpu, int events) {
        Map<String, Double> millis = new LinkedHashMap<>();
        double process = cpu.processSeconds();
        Map<String, Double> java = cpu.seconds();
        double javaSeconds = java.values().stream().mapToDouble(part -> part).sum();
        millis.put("all", 1e3 * process / Math.max(1, events));
        java.forEach((part, seconds) -> millis.put(part, 1e3 * seconds / Math.max(1, events)));
        millis.put("compiler and collector", 1e3 * (process - javaSeconds) / Math.max(1, events));
        return millis;
    }
}
