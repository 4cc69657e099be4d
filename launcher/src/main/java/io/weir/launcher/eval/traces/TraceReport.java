package io.weir.launcher.eval.traces;

import io.weir.launcher.eval.measure.Wilson;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What an evaluation found, for people and for programs. */
record TraceReport(TraceScore score, int calls, int unlabelled, long callsPerSecond) {

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("groups", score.groups());
        json.put("families", score.families());
        json.put("channels", score.channels());
        json.put("right_call", score.rightCall());
        json.put("curve", score.curve().shares());
        json.put("calls_per_second", callsPerSecond);
        return json;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        text.append(
                "Share of runs flagged, with 95 % intervals (Wilson). Tiers nest: block within alert within any.\n\n");
        table(text, "label", score.groups());
        score.families().forEach((family, groups) -> table(text, family, groups));
        table(text, "exfil_success by channel", score.channels());
        HitCount right = score.rightCall();
        text.append(score.curve().text()).append('\n');
        text.append("Right call flagged: ")
                .append(share(right.hit(), right.n()))
                .append('\n');
        text.append(calls).append(" calls, ").append(callsPerSecond).append(" calls per second");
        if (unlabelled > 0) {
            text.append(", ").append(unlabelled).append(" traces without a label left out");
        }
        return text.toString();
    }

    private static void table(StringBuilder text, String title, Map<String, GroupCount> groups) {
        text.append(String.format(Locale.ROOT, "%-34s %5s  %-26s %-26s %-26s%n", title, "n", "block", "alert", "any"));
        groups.forEach((group, count) -> text.append(String.format(
                Locale.ROOT,
                "  %-32s %5d  %-26s %-26s %-26s%n",
                group,
                count.n(),
                share(count.block(), count.n()),
                share(count.alert(), count.n()),
                share(count.any(), count.n()))));
        text.append('\n');
    }

    private static String share(int hits, int n) {
        Wilson interval = Wilson.of(hits, n);
        double share = n == 0 ? 0 : (double) hits / n;
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f] %d/%d", share, interval.low(), interval.high(), hits, n);
    }
}
