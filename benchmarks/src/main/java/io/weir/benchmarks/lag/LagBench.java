package io.weir.benchmarks.lag;

import io.weir.benchmarks.CpuUse;
import io.weir.benchmarks.Quantiles;
import io.weir.launcher.stack.Assembly;
import io.weir.messaging.kafka.KafkaConnection;
import io.weir.platform.config.ConfigSource;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir bench lag}: two scan APIs, a broker and agents at work, all in one process. */
@Command(
        name = "lag",
        mixinStandardHelpOptions = true,
        description = "Measures the time from a response on one scan node to a stopped write on another, under load.")
public final class LagBench implements Callable<Integer> {

    private static final double P50_MILLIS_MAX = 50;
    private static final double P99_MILLIS_MAX = 200;
    private static final Map<String, List<String>> PARTS = parts();
    private static final String KEY = "00112233445566778899aabbccddeeff";

    private final PrintStream out = System.out;

    @Option(names = "--rate", description = "Events per second of the agents at work; default: ${DEFAULT-VALUE}.")
    private double ratePerSecond = 1_000;

    @Option(names = "--seconds", description = "How long to measure; default: ${DEFAULT-VALUE}.")
    private int seconds = 60;

    @Option(names = "--warm-up", description = "Seconds under load before that; default: ${DEFAULT-VALUE}.")
    private int warmUpSeconds = 30;

    @Option(names = "--units", description = "Length of the texts that are read and sent; default: ${DEFAULT-VALUE}.")
    private int bodyUnits = 1_024;

    @Option(names = "--probes", description = "Probes per second; default: ${DEFAULT-VALUE}.")
    private int probesPerSecond = 10;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("weir-lag");
        try (Assembly first = Assembly.of(settings("first"), folder.resolve("first"))) {
            KafkaConnection kafka = first.startKafka();
            ConfigSource source = settings("second").withOption("kafka.bootstrap", kafka.bootstrap(), "bench");
            try (Assembly second = Assembly.of(source, folder.resolve("second"))) {
                return measure(
                        Node.of(first, first.startScanApi(kafka)),
                        Node.of(second, second.startScanApi(second.connectKafka())));
            }
        }
    }

    private static ConfigSource settings(String environment) {
        return ConfigSource.empty()
                .withOption("fingerprint.key", KEY, "bench")
                .withOption("scan_api.port", "0", "bench")
                .withOption("scan_api.environment", environment, "bench");
    }

    private int measure(Node first, Node second) throws IOException, InterruptedException {
        Background background = new Background(List.of(first, second), ratePerSecond, bodyUnits);
        background.start();
        probe(new Probe(first, second, true, 1), new Probe(first, second, false, 2), warmUpSeconds);
        background.reset();
        Probe same = new Probe(first, second, true, 3);
        Probe other = new Probe(first, second, false, 4);
        CpuUse cpu = new CpuUse(PARTS);
        long beganNanos = System.nanoTime();
        probe(same, other, seconds);
        double tookSeconds = (System.nanoTime() - beganNanos) / 1e9;
        int events = background.events();
        String use = use(cpu, events);
        background.stop();
        double rate = events / tookSeconds;
        print(background, rate, first, second);
        line("%s", use);
        boolean met = row("same session", same) & row("other session", other);
        return met && rate > 0.95 * ratePerSecond ? 0 : 1;
    }

    private void probe(Probe same, Probe other, int runSeconds) throws IOException, InterruptedException {
        long endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(runSeconds);
        long periodNanos = TimeUnit.SECONDS.toNanos(1) / probesPerSecond;
        // Where probes take longer than their period, fewer of them are sent.
        for (long due = System.nanoTime(); Math.max(due, System.nanoTime()) < endNanos; due += periodNanos) {
            LockSupport.parkNanos(due - System.nanoTime());
            (same.count() <= other.count() ? same : other).run();
        }
    }

    private static Map<String, List<String>> parts() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("agents", List.of("agent-", "HttpClient", "main"));
        parts.put("HTTP and judgement", List.of("JettyServer", "qtp"));
        parts.put("producers", List.of("kafka-producer-network"));
        parts.put("taints and fetches", List.of("weir-taint-feed", "weir-event-reader"));
        parts.put("broker", List.of("data-plane", "kafka-", "executor-", "broker-", "quorum-", "controller-"));
        return parts;
    }

    private static String use(CpuUse cpu, int events) {
        double process = cpu.processSeconds();
        Map<String, Double> parts = cpu.seconds();
        double java = parts.values().stream().mapToDouble(part -> part).sum();
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "CPU of an event: %.2f ms;", 1e3 * process / Math.max(1, events)));
        parts.forEach((part, used) ->
                text.append(String.format(Locale.ROOT, " %s %.2f,", part, 1e3 * used / Math.max(1, events))));
        return text.append(String.format(
                        Locale.ROOT, " compiler and collector %.2f", 1e3 * (process - java) / Math.max(1, events)))
                .toString();
    }

    private void print(Background background, double rate, Node first, Node second) {
        line("Java %s, %d processors", Runtime.version(), Runtime.getRuntime().availableProcessors());
        line(
                "background: %.0f events/s of %.0f asked for, %d failed; sent late by p50 %.1f ms, p99 %.1f ms",
                rate,
                ratePerSecond,
                background.failures(),
                background.late().at(0.5),
                background.late().at(0.99));
        Quantiles scans = background.scans();
        line("scan of a call: p50 %.1f ms, p99 %.1f ms, n=%d", scans.at(0.5), scans.at(0.99), scans.size());
        line(
                "second node: %.0f taints heard, %.0f reads fetched, %.0f not got in time",
                second.count("weir.taints.heard"),
                second.count("weir.recall.fetched"),
                second.count("weir.recall.missed"));
        line("first node: %.0f taints not sent", first.count("weir.taints.unpublished"));
        line(
                "%n%-14s %6s %8s %8s %8s %8s %8s %8s %7s %6s %7s",
                "read by", "n", "p50 ms", "p90 ms", "p99 ms", "max ms", "ans p50", "ans p99", "first", "held",
                "missed");
    }

    private boolean row(String name, Probe probe) {
        Quantiles lag = probe.fromReport();
        line(
                "%-14s %6d %8.1f %8.1f %8.1f %8.1f %8.1f %8.1f %7d %6d %7d",
                name,
                probe.count(),
                lag.at(0.5),
                lag.at(0.9),
                lag.at(0.99),
                lag.at(1),
                probe.fromAnswer().at(0.5),
                probe.fromAnswer().at(0.99),
                probe.atFirst(),
                probe.held(),
                probe.missed());
        return probe.missed() == 0 && lag.at(0.5) < P50_MILLIS_MAX && lag.at(0.99) < P99_MILLIS_MAX;
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }
}
