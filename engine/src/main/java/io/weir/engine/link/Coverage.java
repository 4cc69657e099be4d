package io.weir.engine.link;

import io.weir.engine.state.RecordPlaces;
import io.weir.schemas.event.RecordPlace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of one read have gone out, by which calls and when. Immutable.
 *
 * @param calls the latest calls that each took something new out, at most 64, by time
 * @param reported units that had gone out when it was reported last, 0 where it was not
 * @param reportedBy the call that it was reported with, empty where it was not
 * @param stretches parts of the read with the time at which each went out last, by leaf and start, none overlapping
 */
record Coverage(List<Call> calls, int reported, String reportedBy, List<Stretch> stretches) {

    static final Coverage NONE = new Coverage(List.of(), 0, "", List.of());

    /** Calls that are named as evidence. */
    static final int CALLS_MAX = 64;

    /** Stretches that are kept of one read; beyond it, neighbors count as one that went out at the later time. */
    private static final int STRETCHES_MAX = 512;

    private static final byte VERSION = 2;

    /**
     * A call that took something new out.
     *
     * @param traceId decision on it
     * @param tool the tool
     * @param timeMillis event time
     * @param place its record, or null
     */
    record Call(
            String traceId,
            String tool,
            long timeMillis,
            @Nullable RecordPlace place) {

        private static final Comparator<Call> ORDER =
                Comparator.comparingLong(Call::timeMillis).thenComparing(Call::traceId);
    }

    /**
     * A part of a leaf.
     *
     * @param leaf the leaf
     * @param start first unit
     * @param end one past the last unit
     * @param timeMillis when it went out last
     */
    record Stretch(int leaf, int start, int end, long timeMillis) {

        private static final Comparator<Stretch> ORDER =
                Comparator.comparingInt(Stretch::leaf).thenComparingInt(Stretch::start);

        int length() {
            return end - start;
        }

        /** What is left of it outside of another stretch. */
        private List<Stretch> without(Stretch other) {
            if (leaf != other.leaf || other.end <= start || end <= other.start) {
                return List.of(this);
            }
            List<Stretch> rest = new ArrayList<>(2);
            if (start < other.start) {
                rest.add(new Stretch(leaf, start, other.start, timeMillis));
            }
            if (other.end < end) {
                rest.add(new Stretch(leaf, other.end, end, timeMillis));
            }
            return rest;
        }
    }

    /** The coverage after one more call. What went out more than once counts at the latest time. */
    Coverage plus(Call call, List<Hit> hits) {
        List<Stretch> all = new ArrayList<>(stretches);
        taken(call, hits).forEach(stretch -> overlay(all, stretch));
        all.sort(Stretch.ORDER);
        boolean grown = units(all) > units(stretches);
        return new Coverage(grown ? with(call) : calls, reported, reportedBy, bounded(all));
    }

    /** What a call takes: prints lie over each other, so there are far fewer stretches than hits. */
    private static List<Stretch> taken(Call call, List<Hit> hits) {
        List<Stretch> each = hits.stream()
                .map(hit -> new Stretch(hit.sourceLeaf(), hit.sourceStart(), hit.sourceEnd(), call.timeMillis()))
                .sorted(Stretch.ORDER)
                .toList();
        return joined(each, 0);
    }

    private static void overlay(List<Stretch> all, Stretch added) {
        List<Stretch> rest = new ArrayList<>(List.of(added));
        for (Stretch old : List.copyOf(all)) {
            if (old.timeMillis > added.timeMillis) {
                rest = rest.stream()
                        .flatMap(part -> part.without(old).stream())
                        .collect(Collectors.toCollection(ArrayList::new));
            } else {
                List<Stretch> kept = old.without(added);
                if (!kept.equals(List.of(old))) {
                    all.remove(old);
                    all.addAll(kept);
                }
            }
        }
        all.addAll(rest);
    }

    private List<Call> with(Call call) {
        List<Call> all = new ArrayList<>(calls);
        all.add(call);
        all.sort(Call.ORDER);
        return List.copyOf(all.subList(Math.max(0, all.size() - CALLS_MAX), all.size()));
    }

    /** What went out in a span of event time, both ends included. */
    Coverage within(long fromMillis, long toMillis) {
        return new Coverage(
                calls.stream()
                        .filter(call -> isWithin(call.timeMillis, fromMillis, toMillis))
                        .toList(),
                reported,
                reportedBy,
                stretches.stream()
                        .filter(part -> isWithin(part.timeMillis, fromMillis, toMillis))
                        .toList());
    }

    private static boolean isWithin(long timeMillis, long fromMillis, long toMillis) {
        return fromMillis <= timeMillis && timeMillis <= toMillis;
    }

    /** Event time of the latest call, or the least time there is. */
    long latestMillis() {
        return stretches.stream().mapToLong(Stretch::timeMillis).max().orElse(Long.MIN_VALUE);
    }

    /**
     * The longest row of stretches with small gaps between them, by what it covers; an empty one where there is none.
     */
    Row longestRow(int gap) {
        Row longest = new Row(0, new Stretch(0, 0, 0, 0));
        for (Stretch row : joined(stretches, gap)) {
            int covered = stretches.stream()
                    .filter(part -> part.leaf == row.leaf && part.start >= row.start && part.end <= row.end)
                    .mapToInt(Stretch::length)
                    .sum();
            longest = covered > longest.covered ? new Row(covered, row) : longest;
        }
        return longest;
    }

    /**
     * Neighboring stretches.
     *
     * @param covered units that went out
     * @param stretch from the first to the last of them
     */
    record Row(int covered, Stretch stretch) {}

    /** The same, reported with this call. */
    Coverage reportedAt(int units, String traceId) {
        return new Coverage(calls, units, traceId, stretches);
    }

    private static List<Stretch> bounded(List<Stretch> sorted) {
        List<Stretch> all = sorted.size() > STRETCHES_MAX ? joined(sorted, 0) : sorted;
        List<Stretch> latest = new ArrayList<>(all);
        if (latest.size() > STRETCHES_MAX) {
            latest.sort(Comparator.comparingLong(Stretch::timeMillis).reversed().thenComparing(Stretch.ORDER));
            latest = new ArrayList<>(latest.subList(0, STRETCHES_MAX));
            latest.sort(Stretch.ORDER);
        }
        return List.copyOf(latest);
    }

    private static List<Stretch> joined(List<Stretch> sorted, int gap) {
        List<Stretch> joined = new ArrayList<>();
        for (Stretch next : sorted) {
            Stretch last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.leaf == next.leaf && next.start - last.end <= gap) {
                joined.set(joined.size() - 1, join(last, next));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static Stretch join(Stretch first, Stretch second) {
        return new Stretch(
                first.leaf,
                first.start,
                Math.max(first.end, second.end),
                Math.max(first.timeMillis, second.timeMillis));
    }

    private static int units(List<Stretch> stretches) {
        return stretches.stream().mapToInt(Stretch::length).sum();
    }

    /** The stored form. It begins with a version byte. */
    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 20 * stretches.size());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeInt(reported);
            out.writeUTF(reportedBy);
            out.writeInt(calls.size());
            for (Call call : calls) {
                out.writeUTF(call.traceId);
                out.writeUTF(call.tool);
                out.writeLong(call.timeMillis);
                RecordPlaces.write(out, call.place);
            }
            out.writeInt(stretches.size());
            for (Stretch part : stretches) {
                out.writeInt(part.leaf);
                out.writeInt(part.start);
                out.writeInt(part.end);
                out.writeLong(part.timeMillis);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads the stored form. What version 1 had taken note of has no times; it is forgotten, for it can be in no
     * window.
     */
    static Coverage decode(byte[] stored) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
            int version = in.readByte();
            if (version == 1) {
                return NONE;
            }
            if (version != VERSION) {
                throw new IllegalStateException("a stored coverage has version " + version
                        + ", this program knows 1 and 2; "
                        + "start the version that wrote it, or reset the correlator's state");
            }
            int reported = in.readInt();
            String reportedBy = in.readUTF();
            int callCount = in.readInt();
            List<Call> calls = new ArrayList<>(callCount);
            for (int i = 0; i < callCount; i++) {
                calls.add(new Call(in.readUTF(), in.readUTF(), in.readLong(), RecordPlaces.read(in)));
            }
            int count = in.readInt();
            List<Stretch> stretches = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                stretches.add(new Stretch(in.readInt(), in.readInt(), in.readInt(), in.readLong()));
            }
            return new Coverage(List.copyOf(calls), reported, reportedBy, List.copyOf(stretches));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
