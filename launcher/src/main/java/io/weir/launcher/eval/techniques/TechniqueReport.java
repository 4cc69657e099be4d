package io.weir.launcher.eval.techniques;

import io.weir.launcher.eval.measure.Wilson;
import java.util.List;
import java.util.Locale;

/** The coverage matrix as text. */
final class TechniqueReport {

    private static final double CAUGHT_SHARE = 0.9;

    private TechniqueReport() {}

    static String text(TechniqueMatrix matrix) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "Share of cases flagged, seeds %d to %d, %s the user's request. Tiers nest: block within alert within "
                        + "signal.%nInline: at alert before the call ran. Intervals are 95 %% (Wilson).%n%n",
                matrix.seed(),
                matrix.seed() + matrix.seeds() - 1,
                matrix.withRequest() ? "with" : "without"));
        text.append(String.format(
                Locale.ROOT,
                "%-34s %4s  %5s %5s %-14s %6s %6s %6s  %4s %5s %-14s %6s%n",
                "technique",
                "n",
                "block",
                "alert",
                "",
                "signal",
                "inline",
                "right",
                "twin",
                "alert",
                "",
                "signal"));
        matrix.rows().forEach(row -> row(text, row));
        return text.append(summary(matrix.rows())).toString();
    }

    private static void row(StringBuilder text, TechniqueRow row) {
        TechniqueCount attacks = row.attacks();
        TechniqueCount twins = row.twins();
        text.append(String.format(
                Locale.ROOT,
                "%-34s %4d  %5.2f %5.2f %-14s %6.2f %6.2f %6.2f  %4d %5.2f %-14s %6.2f%n",
                row.number() + " " + row.name() + (row.declaredGap() ? " (gap)" : ""),
                attacks.n(),
                share(attacks.block(), attacks.n()),
                share(attacks.alert(), attacks.n()),
                interval(attacks.alert(), attacks.n()),
                share(attacks.signal(), attacks.n()),
                share(attacks.inline(), attacks.n()),
                share(attacks.rightCall(), attacks.signal()),
                twins.n(),
                share(twins.alert(), twins.n()),
                interval(twins.alert(), twins.n()),
                share(twins.signal(), twins.n())));
        if (row.attacksByForm().size() > 1) {
            row.attacksByForm().forEach((form, count) -> form(text, form, count));
        }
    }

    private static void form(StringBuilder text, String form, TechniqueCount count) {
        text.append(String.format(
                Locale.ROOT,
                "   %-31s %4d  %5.2f %5.2f %-14s %6.2f %6.2f %6.2f%n",
                form,
                count.n(),
                share(count.block(), count.n()),
                share(count.alert(), count.n()),
                interval(count.alert(), count.n()),
                share(count.signal(), count.n()),
                share(count.inline(), count.n()),
                share(count.rightCall(), count.signal())));
    }

    private static String summary(List<TechniqueRow> rows) {
        List<TechniqueRow> demanded =
                rows.stream().filter(row -> !row.declaredGap()).toList();
        long caught = demanded.stream()
                .filter(row -> share(row.attacks().alert(), row.attacks().n()) >= CAUGHT_SHARE)
                .count();
        TechniqueCount twins = rows.stream().map(TechniqueRow::twins).reduce(TechniqueCount.ZERO, TechniqueCount::plus);
        return String.format(
                Locale.ROOT,
                "%nCaught at block or alert in at least %.2f of the cases: %d of %d techniques, declared gaps left out.%n"
                        + "Benign twins at alert: %d of %d (%.3f %s), at signal: %d.",
                CAUGHT_SHARE,
                caught,
                demanded.size(),
                twins.alert(),
                twins.n(),
                share(twins.alert(), twins.n()),
                interval(twins.alert(), twins.n()),
                twins.signal());
    }

    private static double share(int hits, int n) {
        return n == 0 ? 0 : (double) hits / n;
    }

    private static String interval(int hits, int n) {
        Wilson interval = Wilson.of(hits, n);
        return String.format(Locale.ROOT, "[%.2f, %.2f]", interval.low(), interval.high());
    }
}
