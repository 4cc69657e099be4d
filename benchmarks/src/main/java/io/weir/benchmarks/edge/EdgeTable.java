package io.weir.benchmarks.edge;

import java.io.PrintStream;
import java.util.Locale;

/** The table of what was measured: a row for each time that the upstream takes and each way. */
final class EdgeTable {

    private static final String ROW = "%8s  %-24s %8s %8s %8s %10s %10s %9s %6s %12s %6s %8s%n";

    private final PrintStream out;

    EdgeTable(PrintStream out) {
        this.out = out;
    }

    void head() {
        print(
                "upstream",
                "way",
                "n",
                "p50 us",
                "p99 us",
                "added p50",
                "added p99",
                "calls/s",
                "share",
                "CPU us/call",
                "share",
                "of edge");
    }

    void row(int upstreamMicros, Way way) {
        Way direct = way.direct();
        print(
                upstreamMicros / 1_000.0 + " ms",
                way.name(),
                way.micros().size(),
                whole(way.micros().at(0.5)),
                whole(way.micros().at(0.99)),
                direct == null
                        ? ""
                        : whole(way.micros().at(0.5) - direct.micros().at(0.5)),
                direct == null
                        ? ""
                        : whole(way.micros().at(0.99) - direct.micros().at(0.99)),
                whole(way.perSecond().at(0.5)),
                direct == null ? "" : share(share(way, direct)),
                whole(way.cpuMicros().at(0.5)),
                direct == null
                        ? ""
                        : share(direct.cpuMicros().at(0.5) / way.cpuMicros().at(0.5)),
                whole(way.edgeMicros().at(0.5)));
    }

    /** What a way leaves of the throughput of another. */
    static double share(Way way, Way direct) {
        return way.perSecond().at(0.5) / direct.perSecond().at(0.5);
    }

    private void print(Object... cells) {
        out.printf(Locale.ROOT, ROW, cells);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
