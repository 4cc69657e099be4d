package io.weir.launcher.eval.traces;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Counts of an evaluation while it runs. */
final class TraceScore {

    private static final String BENIGN = "benign";
    private static final String BENIGN_READ_WRITE = "benign_read_write";

    private final Map<String, GroupCount> groups = new TreeMap<>();
    private final Map<String, Map<String, GroupCount>> families = new TreeMap<>();
    private final Map<String, GroupCount> channels = new TreeMap<>();
    private final ScoreCurve curve = new ScoreCurve();
    private int detected;
    private int rightCall;

    void add(TraceLabel label, Flags flags) {
        Map<String, GroupCount> family = families.computeIfAbsent(label.source(), none -> new TreeMap<>());
        count(groups, label.group(), flags);
        curve.add(label.group(), flags.score());
        count(family, label.group(), flags);
        if (label.group().equals(BENIGN) && label.benignReadWrite()) {
            count(groups, BENIGN_READ_WRITE, flags);
            curve.add(BENIGN_READ_WRITE, flags.score());
            count(family, BENIGN_READ_WRITE, flags);
        }
        if (label.isPositive()) {
            count(channels, Objects.requireNonNullElse(label.exfilChannel(), "unknown"), flags);
            addRightCall(label, flags);
        }
    }

    Map<String, GroupCount> groups() {
        return groups;
    }

    Map<String, Map<String, GroupCount>> families() {
        return families;
    }

    Map<String, GroupCount> channels() {
        return channels;
    }

    ScoreCurve curve() {
        return curve;
    }

    HitCount rightCall() {
        return new HitCount(detected, rightCall);
    }

    private void addRightCall(TraceLabel label, Flags flags) {
        if (flags.strongestCalls().isEmpty()) {
            return;
        }
        detected++;
        boolean right = label.exfilCallIds() != null
                && flags.strongestCalls().stream().anyMatch(label.exfilCallIds()::contains);
        rightCall += right ? 1 : 0;
    }

    private static void count(Map<String, GroupCount> counts, String group, Flags flags) {
        counts.merge(group, GroupCount.ZERO.plus(flags), (old, one) -> old.plus(flags));
    }
}
