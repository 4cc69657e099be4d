package io.weir.launcher.ingest;

import io.weir.schemas.word.Decision;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts of what came of posted events. Safe to share between threads. */
final class IngestTally {

    private final Map<Decision, Long> decisions = new EnumMap<>(Decision.class);
    private final Map<String, Long> failures = new TreeMap<>();
    private final Map<String, String> details = new TreeMap<>();
    private long responses;
    private long skipped;
    private @Nullable String unreachable;

    synchronized void decided(Decision decision) {
        decisions.merge(decision, 1L, Long::sum);
    }

    synchronized void observed() {
        responses++;
    }

    /** A result was not posted, because there is no decision on its call. */
    synchronized void skipped() {
        skipped++;
    }

    /** An event was refused or got no answer. */
    synchronized void failed(String code, String detail) {
        failures.merge(code, 1L, Long::sum);
        details.putIfAbsent(code, detail);
    }

    /** Nobody listens at the address, so there is no use in going on. */
    synchronized void unreachable(String detail) {
        unreachable = detail;
    }

    synchronized @Nullable String unreachableDetail() {
        return unreachable;
    }

    /** Events that were posted and answered, refused, or passed over. */
    synchronized long events() {
        return calls() + responses + skipped + failed();
    }

    /** Whether every event was posted and answered. */
    synchronized boolean isComplete() {
        return failed() == 0 && skipped == 0;
    }

    /** A few lines for people. */
    synchronized String text(long millis) {
        String kinds = decisions.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, "%d events in %.1f s, %.0f/s%n", events(), millis / 1000.0, perSecond(millis)));
        text.append(String.format(Locale.ROOT, "  decisions  %d%s%n", calls(), kinds.isEmpty() ? "" : ": " + kinds));
        text.append(String.format(Locale.ROOT, "  responses  %d%n", responses));
        text.append(String.format(Locale.ROOT, "  failed     %d", failed()));
        if (skipped > 0) {
            text.append(
                    String.format(Locale.ROOT, "%n  skipped    %d results without a decision on their call", skipped));
        }
        failures.forEach((code, count) ->
                text.append(String.format(Locale.ROOT, "%n    %s %d, first: %s", code, count, details.get(code))));
        return text.toString();
    }

    /** The JSON form. */
    synchronized Map<String, Object> json(long millis) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("events", events());
        json.put("millis", millis);
        json.put("events_per_second", Math.round(perSecond(millis) * 10) / 10.0);
        json.put("decisions", new EnumMap<>(decisions));
        json.put("responses", responses);
        json.put("skipped", skipped);
        json.put("failed", failed());
        json.put("failures", new TreeMap<>(failures));
        return json;
    }

    private long calls() {
        return decisions.values().stream().mapToLong(Long::longValue).sum();
    }

    private long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    private double perSecond(long millis) {
        return events() * 1000.0 / Math.max(1, millis);
    }
}
