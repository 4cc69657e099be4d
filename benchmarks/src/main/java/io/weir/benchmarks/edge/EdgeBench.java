package io.weir.benchmarks.edge;

import io.weir.benchmarks.BenchBodies;
import io.weir.client.ScanClientConfig;
import io.weir.edge.gateway.EdgeConfig;
import io.weir.edge.gateway.ForwardConfig;
import io.weir.edge.gateway.Gateway;
import io.weir.edge.gateway.GatewayConfig;
import io.weir.edge.hook.HookConfig;
import io.weir.edge.hook.HookHandler;
import io.weir.edge.inbound.InboundConfig;
import io.weir.edge.mcp.McpConfig;
import io.weir.edge.mcp.McpEdge;
import io.weir.edge.mcp.http.McpHandler;
import io.weir.launcher.stack.LocalStack;
import io.weir.platform.config.Config;
import io.weir.platform.config.ConfigSource;
import io.weir.platform.config.Secret;
import io.weir.platform.health.Readiness;
import io.weir.platform.json.Json;
import io.weir.platform.metrics.Metrics;
import io.weir.schemas.api.ResponseScanAnswer;
import io.weir.schemas.api.ScanAnswer;
import io.weir.schemas.word.Decision;
import io.weir.schemas.word.RiskBand;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weir bench edge}: HTTP edges beside calling the upstream directly, in turns, all in one process. */
@Command(
        name = "edge",
        mixinStandardHelpOptions = true,
        description = "Measures what HTTP edges add to a call, and what they leave of its throughput.")
public final class EdgeBench implements Callable<Integer> {

    private static final double THROUGHPUT_MIN = 0.5;
    private static final double MICROS = 1_000;
    private static final String MCP_PATH = "/mcp";

    private final PrintStream out = System.out;

    @Option(names = "--rounds", description = "Turns of all ways; default: ${DEFAULT-VALUE}.")
    private int rounds = 10;

    @Option(names = "--warm-up", description = "Turns before that; default: ${DEFAULT-VALUE}.")
    private int warmUp = 6;

    @Option(names = "--window-millis", description = "Length of one turn of one way; default: ${DEFAULT-VALUE}.")
    private int windowMillis = 1_000;

    @Option(names = "--clients", description = "Clients at once, for throughput; default: ${DEFAULT-VALUE}.")
    private int clients = 16;

    @Option(names = "--bytes", description = "Size of calls and of responses; default: ${DEFAULT-VALUE}.")
    private int bytes = 4 << 10;

    @Option(
            names = "--with-stack",
            description = "Also all of 'weir up' in this process; its stream work takes from the other ways.")
    private boolean withStack;

    @Option(names = "--upstream-micros", description = "Time that the upstream takes; default: ${DEFAULT-VALUE}.")
    private int upstreamMicros;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        String call = Json.text(BenchBodies.body(1, 0, bytes));
        byte[] response = Json.bytes(BenchBodies.body(2, 0, bytes));
        byte[] decision = Json.bytes(allowed());
        byte[] observed = Json.bytes(new ResponseScanAnswer("t", List.of(), 0, "0".repeat(64), true, List.of()));
        Map<String, Object> arguments = Map.of("name", "save", "arguments", BenchBodies.body(1, 0, bytes));
        String message = Json.text(Map.of("jsonrpc", "2.0", "id", 1, "method", "tools/call", "params", arguments));
        byte[] answer = Json.bytes(Map.of("jsonrpc", "2.0", "id", 1, "result", BenchBodies.body(2, 0, bytes)));
        ExecutorService threads = Executors.newCachedThreadPool();
        try (Metrics metrics = Metrics.create();
                FixedServer upstream =
                        FixedServer.start(path -> path.equals(MCP_PATH) ? answer : response, upstreamMicros * 1_000L);
                FixedServer stub = FixedServer.start(path -> path.endsWith("/response") ? observed : decision, 0);
                Gateway alone = gateway(stub.port(), upstream.port(), metrics)) {
            String target = "http://127.0.0.1:" + upstream.port() + "/records";
            String hook = Json.text(Map.of("event", "before", "tool", "save", "input", BenchBodies.body(1, 0, bytes)));
            List<Way> ways = new ArrayList<>(List.of(
                    new Way("direct", upstream.port(), "/records", call),
                    new Way("gateway", alone.port(), "/proxy/" + target, call),
                    new Way("forward proxy", alone.forwardPort(), target, call),
                    new Way("MCP over HTTP", alone.port(), "/mcp/bench", message),
                    new Way("hook (no upstream)", alone.port(), "/hook/generic", hook)));
            if (!withStack) {
                return measure(ways, threads);
            }
            try (LocalStack stack = LocalStack.start(settings(), Files.createTempDirectory("weir-edge"))) {
                stack.correlator().ready().toCompletableFuture().get();
                ways.add(new Way("gateway of weir up", stack.gateway().port(), "/proxy/" + target, call));
                return measure(ways, threads);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private int measure(List<Way> ways, ExecutorService threads)
            throws IOException, InterruptedException, ExecutionException {
        for (int round = 0; round < warmUp + rounds; round++) {
            if (round == warmUp) {
                ways.forEach(Way::clear);
            }
            turn(ways, threads);
        }
        return report(ways);
    }

    private static ScanAnswer allowed() {
        return new ScanAnswer(
                Decision.ALLOW,
                0.1,
                RiskBand.LOW,
                List.of(),
                "0192d5a4-0000-7000-8000-000000000001",
                "custom_proxy",
                "post",
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                "s",
                List.of(),
                List.of());
    }

    private static ConfigSource settings() {
        return ConfigSource.empty()
                .withOption("scan_api.port", "0", "bench")
                .withOption("gateway.port", "0", "bench")
                .withOption("gateway.private_upstreams_permitted", "127.0.0.1", "bench")
                .withOption("engine.internal_destinations", "127.0.0.1", "bench");
    }

    private static Gateway gateway(int scanPort, int upstreamPort, Metrics metrics) throws IOException {
        Config config = ConfigSource.empty()
                .withOption("gateway.port", "0", "bench")
                .withOption("gateway.private_upstreams_permitted", "127.0.0.1", "bench")
                .withOption("forward_proxy.enabled", "true", "bench")
                .withOption("forward_proxy.port", "0", "bench")
                .withOption("mcp.servers", "bench=http://127.0.0.1:" + upstreamPort + MCP_PATH, "bench")
                .read(List.of(
                        GatewayConfig.SECTION,
                        ForwardConfig.SECTION,
                        InboundConfig.SECTION,
                        HookConfig.SECTION,
                        McpConfig.SECTION));
        ScanClientConfig scan = ScanClientConfig.SECTION.defaults().withUrl(URI.create("http://127.0.0.1:" + scanPort));
        HookHandler hooks = new HookHandler(config.get(HookConfig.SECTION), scan, List.of());
        McpHandler servers =
                new McpEdge(config.get(McpConfig.SECTION), scan, metrics.registry()).handler(Secret.NONE, List.of());
        EdgeConfig edge = EdgeConfig.of(config, Path.of("unused"));
        return Gateway.start(edge, scan, new Readiness(), metrics, List.of(hooks, servers));
    }

    private void turn(List<Way> ways, ExecutorService threads)
            throws IOException, InterruptedException, ExecutionException {
        for (Way way : ways) {
            oneByOne(way);
        }
        for (Way way : ways) {
            long cpuNanos = cpuNanos();
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                String session = "client-" + i;
                calls.add(threads.submit(() -> asFastAsItGoes(way, session)));
            }
            int sum = 0;
            for (Future<Integer> done : calls) {
                sum += done.get();
            }
            way.perSecond().add(sum * 1_000.0 / windowMillis);
            way.cpuMicros().add((cpuNanos() - cpuNanos) / MICROS / sum);
        }
    }

    /** Of all threads: client, edge, stub and upstream. */
    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private void oneByOne(Way way) throws IOException {
        try (Wire wire = new Wire(way.port(), way.request("client-alone"))) {
            wire.call();
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(windowMillis);
            while (System.nanoTime() < end) {
                long began = System.nanoTime();
                wire.call();
                way.micros().add((System.nanoTime() - began) / MICROS);
            }
        }
    }

    private int asFastAsItGoes(Way way, String session) throws IOException {
        int calls = 0;
        try (Wire wire = new Wire(way.port(), way.request(session))) {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(windowMillis);
            while (System.nanoTime() < end) {
                wire.call();
                calls++;
            }
        }
        return calls;
    }

    private int report(List<Way> ways) {
        Way direct = ways.get(0);
        out.printf(
                Locale.ROOT,
                "%n%d bytes each way, upstream takes %d us, Java %s, %d processors, %d rounds of %d ms, %d clients%n%n",
                bytes,
                upstreamMicros,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                rounds,
                windowMillis,
                clients);
        out.printf(
                Locale.ROOT,
                "%-20s %8s %8s %8s %10s %10s %9s %6s %12s %6s%n",
                "way",
                "n",
                "p50 us",
                "p99 us",
                "added p50",
                "added p99",
                "calls/s",
                "share",
                "CPU us/call",
                "share");
        for (Way way : ways) {
            double share = way.perSecond().at(0.5) / direct.perSecond().at(0.5);
            out.printf(
                    Locale.ROOT,
                    "%-20s %8d %8.0f %8.0f %10.0f %10.0f %9.0f %6.2f %12.0f %6.2f%n",
                    way.name(),
                    way.micros().size(),
                    way.micros().at(0.5),
                    way.micros().at(0.99),
                    way.micros().at(0.5) - direct.micros().at(0.5),
                    way.micros().at(0.99) - direct.micros().at(0.99),
                    way.perSecond().at(0.5),
                    share,
                    way.cpuMicros().at(0.5),
                    direct.cpuMicros().at(0.5) / way.cpuMicros().at(0.5));
        }
        boolean met = ways.get(1).perSecond().at(0.5)
                >= THROUGHPUT_MIN * direct.perSecond().at(0.5);
        out.printf(
                Locale.ROOT,
                "%nbar: the gateway leaves at least half of the direct throughput: %s%n",
                met ? "met" : "missed");
        return met ? 0 : 1;
    }
}
