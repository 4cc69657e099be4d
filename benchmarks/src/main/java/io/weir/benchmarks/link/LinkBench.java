package io.weir.benchmarks.link;

import io.weir.benchmarks.BenchBodies;
import io.weir.benchmarks.stream.Step;
import io.weir.benchmarks.stream.StepMaker;
import io.weir.correlator.fleet.FleetForms;
import io.weir.engine.fingerprint.PrintCodec;
import io.weir.engine.link.FleetIndexRule;
import io.weir.engine.link.FleetPart;
import io.weir.engine.link.PlacedEvent;
import io.weir.engine.link.SessionLinker;
import io.weir.engine.link.SessionRules;
import io.weir.engine.link.Write;
import io.weir.engine.state.MemoryStateTable;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.LeafOutline;
import io.weir.schemas.event.PackedValues;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ToolCallScanned;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures what it costs to match a write against what was read: against a bucket of the fleet that holds a million
 * prints, and against a session that is full.
 */
@Command(name = "link", mixinStandardHelpOptions = true, header = "Measure matching a write against what was read.")
public final class LinkBench implements Callable<Integer> {

    private static final int READ_BYTES = 4 << 10;
    private static final int SESSION_PRINTS = 390_000;
    private static final long INDEX_BYTES_MAX = 1L << 30;
    private static final int TEMPLATES = 40;
    private static final int SESSIONS = 500;
    private static final int FIRST_WRITE = 10_000_000;
    private static final double SENSITIVE_SHARE = 0.1;
    private static final String OUTSIDE = "https://paste.example.net/new";

    @Option(names = "--prints", defaultValue = "990000", description = "Prints that the bucket holds.")
    private int prints;

    @Option(names = "--runs", defaultValue = "3000", description = "Writes that are measured.")
    private int runs;

    @Option(names = "--seed", defaultValue = "20261121", description = "Seed of the bodies.")
    private long seed;

    private final StepMaker maker = StepMaker.of("acme");
    private final FleetIndexRule fleet = new FleetIndexRule();
    private final SessionLinker linker = new SessionLinker();
    private final SessionRules rules = new SessionRules(FleetForms.session());

    @Override
    public Integer call() throws Exception {
        System.out.printf(
                Locale.ROOT, "%d writes each; Java %s; CPU and wall time of the thread%n%n", runs, Runtime.version());
        System.out.printf(
                Locale.ROOT,
                "%-8s %-8s %10s %8s %7s %7s %12s %10s %10s%n",
                "state",
                "host",
                "holds",
                "write",
                "prints",
                "found",
                "cpu p50 us",
                "p50 us",
                "p99 us");
        host("memory", new MemoryStateTable());
        Path folder = Files.createTempDirectory("weir-bench-link");
        try (RocksTable rocks = RocksTable.open(folder, INDEX_BYTES_MAX)) {
            host("rocksdb", rocks.table());
        }
        return 0;
    }

    private void host(String host, StateTable state) {
        List<Step> reads = IntStream.range(0, TEMPLATES)
                .mapToObj(i -> read(BenchBodies.body(seed + i, SENSITIVE_SHARE, READ_BYTES)))
                .toList();
        int bucket = fill(
                prints,
                reads,
                (read, number) -> read.response("session-" + number % SESSIONS, number, number, number),
                event -> fleet.apply(state, part(event, false)));
        int session = fill(
                SESSION_PRINTS,
                reads,
                (read, number) -> read.response("full", number, number, number),
                event -> rules.apply(state, PlacedEvent.unplaced(event)));
        for (int bytes : new int[] {4 << 10, 10 << 10}) {
            Step other = write(BenchBodies.body(seed + TEMPLATES, SENSITIVE_SHARE, bytes));
            Step leak = write(BenchBodies.body(seed, SENSITIVE_SHARE, bytes));
            row("bucket", host, bucket, other, Samples.of(runs, ask(state, other, 0)));
            row("bucket", host, bucket, leak, Samples.of(runs, ask(state, leak, 1)));
            row("session", host, session, other, Samples.of(runs, link(state, other, 0)));
            row("session", host, session, leak, Samples.of(runs, link(state, leak, 1)));
        }
    }

    /** Repeats reads with other content until there are so many prints and values. */
    private static int fill(
            int weightMin,
            List<Step> reads,
            BiFunction<Step, Integer, ResponseObserved> repeat,
            Consumer<ResponseObserved> sink) {
        int held = 0;
        for (int number = 1; held < weightMin; number++) {
            ResponseObserved event = repeat.apply(reads.get((number - 1) % reads.size()), number);
            sink.accept(event);
            held += weight(event);
        }
        return held;
    }

    private void row(String state, String host, int held, Step step, Samples samples) {
        System.out.printf(
                Locale.ROOT,
                "%-8s %-8s %,10d %,8d %7d %7.1f %12.0f %10.0f %10.0f%n",
                state,
                host,
                held,
                step.call().call().bodyBytes(),
                weight(step.call()),
                samples.found(),
                samples.cpuAt(0.5),
                samples.wallAt(0.5),
                samples.wallAt(0.99));
    }

    /** Asks a bucket about a write with the content of the read with this number, or of none. */
    private IntFunction<IntSupplier> ask(StateTable state, Step step, long salt) {
        return run -> {
            FleetPart part = part(repeated(step, run, salt), true);
            return () -> fleet.apply(state, part).stream()
                    .mapToInt(answer -> answer.sources().size())
                    .sum();
        };
    }

    /** Links a write of the full session. */
    private IntFunction<IntSupplier> link(StateTable state, Step step, long salt) {
        return run -> {
            Write write = Write.of(repeated(step, run, salt));
            return () -> linker.links(state, write).size();
        };
    }

    private static ToolCallScanned repeated(Step step, int run, long salt) {
        return step.call("full", FIRST_WRITE + run, salt == 0 ? FIRST_WRITE + run : salt, FIRST_WRITE);
    }

    /** A part with prints and values as they come in, packed. */
    private static FleetPart part(SessionEvent event, boolean write) {
        return new FleetPart(
                write,
                event.principal().tenant(),
                0,
                1,
                event.eventId(),
                event.traceId(),
                event.principal().sessionKey(),
                event.principal().agentId(),
                event.call().tool(),
                List.of(),
                event.timeMillis(),
                null,
                List.of(),
                event.fingerprint().leaves().stream().map(LeafOutline::address).toList(),
                PrintCodec.decode(event.fingerprint().prints()),
                PackedValues.of(PackedValues.text(event.fingerprint().values())),
                null);
    }

    private Step read(Map<String, Object> body) {
        return maker.step("GET", "https://crm.example.org/api/records", null, body);
    }

    private Step write(Map<String, Object> body) {
        return maker.step("POST", OUTSIDE, body, Map.of("status", "ok"));
    }

    private static int weight(SessionEvent event) {
        return PrintCodec.decode(event.fingerprint().prints()).size()
                + event.fingerprint().values().size();
    }
}
