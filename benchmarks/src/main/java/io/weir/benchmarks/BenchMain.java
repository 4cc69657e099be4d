package io.weir.benchmarks;

import io.weir.benchmarks.edge.EdgeBench;
import io.weir.benchmarks.lag.LagBench;
import io.weir.benchmarks.link.LinkBench;
import io.weir.benchmarks.stream.StreamBench;
import io.weir.engine.detect.Detector;
import io.weir.engine.detect.RuleCatalog;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Prints what scans cost, in CPU time of the thread, and whether each bar of {@code docs/performance.md} is met.
 * {@code jmh} as the first argument runs {@link ScanBenchmark} instead.
 */
public final class BenchMain {

    private static final int SMALL = 4 << 10;
    private static final int LARGE = 256 << 10;
    private static final int ATTACK = 64 << 10;
    private static final int WARM_UP = 2 << 10;
    private static final int LARGE_ROUNDS = 3;
    private static final double SMALL_MICROS_MAX = 60;
    private static final double LARGE_MICROS_MAX = 5_000;
    private static final double ATTACK_MICROS_MAX = 10_000;
    private static final double RATIO_MIN = 50;
    private static final long ALLOCATION_MAX = 4 << 10;
    private static final long ATTACK_BATCH_NANOS = 10_000_000;
    private static final int WORST = 10;

    private final CpuClock clock = new CpuClock();
    private final RuleCatalog catalog = RuleCatalog.standard().withoutOptional();
    private final Detector detector = Detector.standard();
    private final List<String> bars = new ArrayList<>();
    private final PrintStream out;
    private boolean missed;

    private BenchMain(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the measurement.
     *
     * @param args none, or {@code jmh} and the arguments of JMH
     */
    public static void main(String[] args) throws IOException {
        if (args.length > 0 && args[0].equals("jmh")) {
            org.openjdk.jmh.Main.main(List.of(args).subList(1, args.length).toArray(String[]::new));
            return;
        }
        Map<String, Class<?>> runs = Map.of(
                "link", LinkBench.class,
                "stream", StreamBench.class,
                "lag", LagBench.class,
                "edge", EdgeBench.class);
        if (args.length > 0 && runs.containsKey(args[0])) {
            List<String> options = List.of(args).subList(1, args.length);
            System.exit(new CommandLine(runs.get(args[0])).execute(options.toArray(String[]::new)));
        }
        System.exit(new BenchMain(System.out).run());
    }

    private int run() {
        out.printf(
                Locale.ROOT,
                "%d rules, Java %s; CPU time of the thread%n",
                catalog.rules().size(),
                Runtime.version());
        out.printf(
                Locale.ROOT,
                "%n%-22s %8s %6s %12s %20s %14s %16s%n",
                "body",
                "bytes",
                "found",
                "detect us",
                "read and detect us",
                "detect bytes",
                "read bytes");
        ScanSubject typical = subject(BodyKind.typical, SMALL);
        Map<String, ScanSubject> subjects = new LinkedHashMap<>();
        subjects.put("4 KB typical", typical);
        subjects.put("4 KB clean", subject(BodyKind.clean, SMALL));
        subjects.put("4 KB dense", subject(BodyKind.dense, SMALL));
        subjects.put("256 KB typical", subject(BodyKind.typical, LARGE));
        double[] detect = rows(subjects);
        double micros = detect[0];
        double clean = detect[1];
        double large = detect[3];
        double loop = loop(typical);
        bar("4 KB typical, us", micros, SMALL_MICROS_MAX, micros <= SMALL_MICROS_MAX);
        bar("4 KB clean, us", clean, SMALL_MICROS_MAX, clean <= SMALL_MICROS_MAX);
        bar("256 KB typical, us", large, LARGE_MICROS_MAX, large <= LARGE_MICROS_MAX);
        bar("expression loop to detect", loop / micros, RATIO_MIN, loop / micros >= RATIO_MIN);
        long allocated = clock.allocatedBytes(subject(BodyKind.clean, SMALL)::detect);
        bar("allocated by a clean scan, bytes", allocated, ALLOCATION_MAX, allocated <= ALLOCATION_MAX);
        attacks("attack, 64 KB of", AttackBodies.pieces(), Integer.MAX_VALUE);
        attacks("near misses of each rule, 64 KB, the slowest", AttackBodies.nearMisses(catalog.rules()), WORST);
        out.printf(Locale.ROOT, "%n%-44s %12s %10s%n", "bar", "measured", "bar");
        bars.forEach(out::println);
        return missed || clock.sink() < 0 ? 1 : 0;
    }

    private ScanSubject subject(BodyKind kind, int bytes) {
        return ScanSubject.of(detector, kind.body(bytes));
    }

    /** Prints a row for each body; returns the CPU time of detecting in each in microseconds. */
    private double[] rows(Map<String, ScanSubject> subjects) {
        List<IntSupplier> works = subjects.values().stream()
                .flatMap(subject -> Stream.<IntSupplier>of(subject::detect, subject::readAndDetect))
                .toList();
        // In turns, as a server sees them: what is compiled for one body alone is compiled anew for the next.
        clock.warmUp(() -> works.stream().mapToInt(IntSupplier::getAsInt).sum());
        double[] micros = clock.micros(works);
        double[] detect = new double[subjects.size()];
        int next = 0;
        for (Map.Entry<String, ScanSubject> subject : subjects.entrySet()) {
            detect[next] = micros[2 * next];
            row(subject.getKey(), subject.getValue(), detect[next], micros[2 * next + 1]);
            next++;
        }
        return detect;
    }

    private void row(String name, ScanSubject subject, double detectMicros, double readMicros) {
        out.printf(
                Locale.ROOT,
                "%-22s %8d %6d %12.1f %20.1f %14d %16d%n",
                name,
                BodyGenerator.size(subject.body()),
                subject.detect(),
                detectMicros,
                readMicros,
                clock.allocatedBytes(subject::detect),
                clock.allocatedBytes(subject::readAndDetect) - clock.allocatedBytes(subject::detect));
    }

    private double loop(ScanSubject subject) {
        PlainLoop loop = new PlainLoop(catalog.rules());
        clock.warmUp(() -> loop.count(subject.payload()));
        double micros = clock.micros(() -> loop.count(subject.payload()));
        out.printf(Locale.ROOT, "%-22s %8s %6s %12.1f%n", "4 KB, expression loop", "", "", micros);
        return micros;
    }

    /** CPU time of one attack, and how much more than four times that of a quarter of it. */
    private record Attack(String name, double micros, double growth) {}

    private void attacks(String title, Map<String, String> pieces, int shown) {
        List<ScanSubject> subjects = pieces.values().stream()
                .map(piece -> attackSubject(piece, WARM_UP))
                .toList();
        clock.warmUp(
                () -> subjects.stream().mapToInt(ScanSubject::readAndDetect).sum());
        // What is compiled for small bodies only is compiled anew while the first large ones are measured.
        for (int round = 0; round < LARGE_ROUNDS; round++) {
            pieces.values().forEach(piece -> attackSubject(piece, ATTACK).readAndDetect());
        }
        List<Attack> attacks = new ArrayList<>();
        pieces.forEach((name, piece) -> attacks.add(attack(name, piece)));
        attacks.sort(Comparator.comparing(attack -> -attack.micros()));
        out.printf(Locale.ROOT, "%n%-44s %20s %8s%n", title, "read and detect us", "growth");
        attacks.stream()
                .limit(shown)
                .forEach(attack -> out.printf(
                        Locale.ROOT,
                        "  %-42s %20.0f %8.2f%n",
                        printable(attack.name()),
                        attack.micros(),
                        attack.growth()));
        double worst = attacks.get(0).micros();
        bar(title + " worst of " + attacks.size() + ", us", worst, ATTACK_MICROS_MAX, worst <= ATTACK_MICROS_MAX);
    }

    private static String printable(String name) {
        StringBuilder printable = new StringBuilder();
        name.chars()
                .forEach(unit -> printable.append(
                        unit < ' ' || unit > '~' ? String.format(Locale.ROOT, "\\u%04x", unit) : (char) unit));
        return printable.toString();
    }

    private Attack attack(String name, String piece) {
        ScanSubject whole = attackSubject(piece, ATTACK);
        ScanSubject quarter = attackSubject(piece, ATTACK / 4);
        double micros = clock.micros(whole::readAndDetect, 3, ATTACK_BATCH_NANOS);
        return new Attack(name, micros, micros / 4 / clock.micros(quarter::readAndDetect, 3, ATTACK_BATCH_NANOS));
    }

    private ScanSubject attackSubject(String piece, int bytes) {
        return ScanSubject.of(detector, Map.of("text", AttackBodies.repeat(piece, bytes)));
    }

    private void bar(String name, double measured, double bar, boolean met) {
        missed |= !met;
        bars.add(String.format(Locale.ROOT, "%-44s %12.1f %10.1f  %s", name, measured, bar, met ? "met" : "MISSED"));
    }
}
