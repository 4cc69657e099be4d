package io.weir.engine.link;

import io.weir.schemas.word.ValueKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one write has in common with one read.
 *
 * @param runs copied runs of text, longest first
 * @param values shared values, each once, in the order of the write
 */
record Overlap(List<Hit> runs, List<Hit> values) {

    /** Units between two prints that still belong to one run: what winnowing may skip, and some punctuation. */
    static final int GAP_UNITS = 24;

    /** A run shorter than this is a common phrase more often than a copy. */
    private static final int RUN_UNITS_MIN = 20;

    private static final Set<ValueKind> WEAK = Set.of(ValueKind.NUMBER, ValueKind.DATE, ValueKind.HOST, ValueKind.WORD);

    private static final Comparator<Hit> BY_SINK =
            Comparator.comparingInt(Hit::sinkLeaf).thenComparingInt(Hit::sinkStart);
    private static final Comparator<Hit> BY_PLACE =
            BY_SINK.thenComparingInt(Hit::sourceLeaf).thenComparingInt(Hit::sourceStart);
    private static final Comparator<Hit> LONGEST_FIRST =
            Comparator.comparingInt(Hit::length).reversed().thenComparing(BY_PLACE);
    private static final Comparator<Hit> STRONGEST_FIRST = Comparator.comparing(Overlap::isWeak)
            .thenComparingInt(Hit::sourceLeaf)
            .thenComparingInt(Hit::sourceStart);

    /** Nothing in common. */
    static final Overlap NONE = new Overlap(List.of(), List.of());

    static Overlap of(List<Hit> hits) {
        List<Hit> runs = new ArrayList<>(runs(hits));
        runs.removeIf(run -> run.length() < RUN_UNITS_MIN);
        runs.sort(LONGEST_FIRST);
        return new Overlap(runs, values(hits));
    }

    /** Units of the sink covered by runs; where one stretch was read in several places, it counts once. */
    int textLength() {
        return covered(runs);
    }

    /** Units of the sink covered by runs and values. */
    int length() {
        List<Hit> all = new ArrayList<>(runs);
        all.addAll(values);
        return covered(all);
    }

    /** Number of distinct places whose values prove a copy by themselves. */
    long strongValues() {
        return values.stream().filter(value -> !isWeak(value)).count();
    }

    /** Number of values of a kind. */
    long count(ValueKind kind) {
        return values.stream().filter(value -> value.valueKind() == kind).count();
    }

    boolean isEmpty() {
        return runs.isEmpty() && values.isEmpty();
    }

    private static boolean isWeak(Hit value) {
        return WEAK.contains(value.valueKind());
    }

    private static List<Hit> values(List<Hit> hits) {
        Map<List<Integer>, Hit> bySinkPlace = new HashMap<>();
        for (Hit hit : hits) {
            if (hit.valueKind() != null) {
                bySinkPlace.merge(
                        List.of(hit.sinkLeaf(), hit.sinkStart()), hit, (first, second) -> better(first, second));
            }
        }
        return bySinkPlace.values().stream().sorted(BY_SINK).toList();
    }

    /** Of two hits on one place: what proves more, such as an address before its host; then the earlier source. */
    private static Hit better(Hit first, Hit second) {
        return STRONGEST_FIRST.compare(first, second) <= 0 ? first : second;
    }

    private static Collection<Hit> runs(List<Hit> hits) {
        List<Hit> prints = new ArrayList<>(
                hits.stream().filter(hit -> hit.valueKind() == null).toList());
        prints.sort(BY_PLACE);
        // One open run per diagonal neighbourhood; the last few are enough, since hits come in sink order.
        List<Hit> done = new ArrayList<>();
        List<Hit> open = new ArrayList<>();
        for (Hit hit : prints) {
            close(open, done, hit);
            int continued = indexOfContinued(open, hit);
            if (continued >= 0) {
                open.set(continued, open.get(continued).joined(hit));
            } else {
                open.add(hit);
            }
        }
        done.addAll(open);
        return done;
    }

    private static void close(List<Hit> open, List<Hit> done, Hit next) {
        for (int i = open.size() - 1; i >= 0; i--) {
            Hit run = open.get(i);
            if (run.sinkLeaf() != next.sinkLeaf() || next.sinkStart() - run.sinkEnd() > GAP_UNITS) {
                done.add(open.remove(i));
            }
        }
    }

    private static int indexOfContinued(List<Hit> open, Hit hit) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).isContinuedBy(hit, GAP_UNITS)) {
                return i;
            }
        }
        return -1;
    }

    private static int covered(List<Hit> hits) {
        List<Hit> sorted = hits.stream().sorted(BY_SINK).toList();
        int covered = 0;
        int leaf = -1;
        int end = 0;
        for (Hit hit : sorted) {
            if (hit.sinkLeaf() != leaf) {
                leaf = hit.sinkLeaf();
                end = 0;
            }
            covered += Math.max(0, hit.sinkEnd() - Math.max(end, hit.sinkStart()));
            end = Math.max(end, hit.sinkEnd());
        }
        return covered;
    }
}
