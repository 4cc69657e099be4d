package io.weir.benchmarks.edge;

import io.weir.platform.metrics.Metrics;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir bench edge}: every edge beside calling the upstream directly, in turns, all in one process. */
@Command(
        name = "edge",
        mixinStandardHelpOptions = true,
        description = "Measures what edges add to a call, and what they leave of its throughput.")
public final class EdgeBench implements Callable<Integer> {

    private static final double THROUGHPUT_MIN = 0.5;
    private static final double MICROS = 1_000;
    private static final String MET = ", met";

    private final PrintStream out = System.out;

    @Option(names = "--rounds", description = "Turns of all ways; default: ${DEFAULT-VALUE}.")
    private int rounds = 10;

    @Option(names = "--warm-up", description = "Turns before the first measurement; default: ${DEFAULT-VALUE}.")
    private int warmUp = 10;

    @Option(names = "--window-millis", description = "Length of one turn of one way; default: ${DEFAULT-VALUE}.")
    private int windowMillis = 500;

    @Option(names = "--clients", description = "Clients at once, for throughput; default: ${DEFAULT-VALUE}.")
    private int clients = 16;

    @Option(names = "--bytes", description = "Size of calls and of responses; default: ${DEFAULT-VALUE}.")
    private int bytes = 4 << 10;

    @Option(
            names = "--upstream-micros",
            split = ",",
            description = "Times that the upstream takes; default: ${DEFAULT-VALUE}.")
    private List<Integer> upstreamMicros = List.of(0, 1_000, 5_000, 20_000);

    @Option(
            names = "--only",
            split = ",",
            description = "Ways that are measured besides the gateway, for profiles; default: all.")
    private List<String> only = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        EdgeBodies bodies = EdgeBodies.of(bytes);
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Way> ways = List.of();
        try (Metrics metrics = Metrics.create();
                EdgeStage stage = EdgeStage.set(bodies, metrics)) {
            ways = new EdgeWays(stage, bodies, clients).open();
            return measure(ways, stage.upstream(), threads);
        } finally {
            for (Way way : ways) {
                way.close();
            }
            threads.shutdownNow();
        }
    }

    private int measure(List<Way> all, FixedServer upstream, ExecutorService threads)
            throws IOException, InterruptedException, ExecutionException {
        List<Way> ways = chosen(all);
        turns(warmUp, ways, threads);
        out.printf(
                Locale.ROOT,
                "%n%d bytes each way, Java %s, %d processors, %d rounds of %d ms, %d clients%n%n",
                bytes,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                rounds,
                windowMillis,
                clients);
        EdgeTable table = new EdgeTable(out);
        table.head();
        List<String> bars = new ArrayList<>();
        List<Way> turning = ways;
        for (int micros : upstreamMicros) {
            upstream.take(TimeUnit.MICROSECONDS.toNanos(micros));
            ways.forEach(Way::clear);
            turns(rounds, turning, threads);
            turning.forEach(way -> table.row(micros, way));
            bars.add(bar(micros, all));
            turning = ways.stream().filter(Way::callsUpstream).toList();
        }
        out.printf("%nbar: the gateway leaves at least half of the direct throughput%n");
        bars.forEach(out::println);
        return bars.stream().allMatch(bar -> bar.endsWith(MET)) ? 0 : 1;
    }

    /** The bar needs direct calls and the gateway. */
    private List<Way> chosen(List<Way> all) {
        List<Way> chosen = all.stream().filter(way -> only.contains(way.name())).toList();
        return all.stream()
                .filter(way -> only.isEmpty()
                        || all.indexOf(way) < 2
                        || chosen.contains(way)
                        || chosen.stream().anyMatch(other -> other.direct() == way))
                .toList();
    }

    private static String bar(int upstreamMicros, List<Way> ways) {
        double share = EdgeTable.share(ways.get(1), ways.get(0));
        return String.format(
                Locale.ROOT,
                "  upstream takes %.1f ms: %.2f%s",
                upstreamMicros / MICROS,
                share,
                share >= THROUGHPUT_MIN ? MET : ", missed");
    }

    private void turns(int count, List<Way> ways, ExecutorService threads)
            throws IOException, InterruptedException, ExecutionException {
        for (int i = 0; i < count; i++) {
            for (Way way : ways) {
                oneByOne(way);
                atOnce(way, threads);
            }
        }
    }

    private void oneByOne(Way way) throws IOException {
        Wire wire = way.wires().get(0);
        long end = end();
        while (System.nanoTime() < end) {
            long began = System.nanoTime();
            wire.call();
            way.micros().add((System.nanoTime() - began) / MICROS);
        }
    }

    private void atOnce(Way way, ExecutorService threads) throws InterruptedException, ExecutionException {
        CpuOfThreads before = CpuOfThreads.now();
        List<Future<Integer>> calls = new ArrayList<>();
        for (Wire wire : way.wires()) {
            calls.add(threads.submit(() -> asFastAsItGoes(wire)));
        }
        int sum = 0;
        for (Future<Integer> done : calls) {
            sum += done.get();
        }
        way.perSecond().add(sum * 1_000.0 / windowMillis);
        CpuOfThreads after = CpuOfThreads.now();
        way.cpuMicros().add(after.processNanosSince(before) / MICROS / sum);
        way.edgeMicros().add(after.edgeNanosSince(before) / MICROS / sum);
    }

    private int asFastAsItGoes(Wire wire) throws IOException {
        long end = end();
        int calls = 0;
        while (System.nanoTime() < end) {
            wire.call();
            calls++;
        }
        return calls;
    }

    private long end() {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(windowMillis);
    }
}
