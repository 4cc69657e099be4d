package io.weir.benchmarks.lag;

import io.weir.benchmarks.Quantiles;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints what came of a rate, and says whether the bars were met. */
final class LagTable {

    private static final double P50_MILLIS_MAX = 50;
    private static final double P99_MILLIS_MAX = 200;

    private final PrintStream out;

    LagTable(PrintStream out) {
        this.out = out;
    }

    /** Prints a result; true if the rate was held and the bars were met. */
    boolean print(Stage.Result result) {
        Background background = result.background();
        line(
                "%n%.0f events/s of %.0f asked for, %d failed; sent late by p50 %.1f ms, p99 %.1f ms;"
                        + " a scan takes p50 %.1f ms, p99 %.1f ms",
                result.rate(),
                result.asked(),
                background.failures(),
                background.late().at(0.5),
                background.late().at(0.99),
                background.scans().at(0.5),
                background.scans().at(0.99));
        line(
                "CPU of an event, ms: %s",
                result.millisByPart().entrySet().stream()
                        .map(part -> String.format(Locale.ROOT, "%s %.2f", part.getKey(), part.getValue()))
                        .collect(Collectors.joining(", ")));
        line(
                "%-14s %6s %8s %8s %8s %8s %8s %8s %7s %6s %7s",
                "read by", "n", "p50 ms", "p90 ms", "p99 ms", "max ms", "ans p50", "ans p99", "first", "held",
                "missed");
        boolean met = row("same session", result.probing().same())
                & row("other session", result.probing().other());
        return met && result.rate() > 0.95 * result.asked();
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
