package io.weir.engine.link;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which parts of one read have gone out so far, over several calls. Immutable.
 *
 * @param calls calls that each took something new out
 * @param reported units that had gone out when it was reported last, 0 where it was not
 * @param reportedBy the call that it was reported with, empty where it was not
 * @param stretches parts of the read, by leaf and start, none touching another
 */
record Coverage(int calls, int reported, String reportedBy, List<Stretch> stretches) {

    static final Coverage NONE = new Coverage(0, 0, "", List.of());

    /** Stretches that are kept of one read: a drip that goes on fills gaps, so its stretches grow fewer. */
    private static final int STRETCHES_MAX = 512;

    private static final byte VERSION = 1;

    /**
     * A part of a leaf.
     *
     * @param leaf the leaf
     * @param start first unit
     * @param end one past the last unit
     */
    record Stretch(int leaf, int start, int end) {

        private static final Comparator<Stretch> ORDER =
                Comparator.comparingInt(Stretch::leaf).thenComparingInt(Stretch::start);

        int length() {
            return end - start;
        }
    }

    /** The coverage after one more call. */
    Coverage plus(List<Hit> hits) {
        List<Stretch> all = new ArrayList<>(stretches);
        hits.forEach(hit -> all.add(new Stretch(hit.sourceLeaf(), hit.sourceStart(), hit.sourceEnd())));
        all.sort(Stretch.ORDER);
        List<Stretch> merged = joined(all, 0);
        boolean grown = units(merged) > units(stretches);
        List<Stretch> kept = merged.subList(0, Math.min(STRETCHES_MAX, merged.size()));
        return new Coverage(calls + (grown ? 1 : 0), reported, reportedBy, List.copyOf(kept));
    }

    /** The longest row of stretches with small gaps between them, by what it covers; an empty one where there is none. */
    Row longestRow(int gap) {
        Row longest = new Row(0, new Stretch(0, 0, 0));
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

    private static List<Stretch> joined(List<Stretch> sorted, int gap) {
        List<Stretch> joined = new ArrayList<>();
        for (Stretch next : sorted) {
            Stretch last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.leaf == next.leaf && next.start - last.end <= gap) {
                joined.set(joined.size() - 1, new Stretch(last.leaf, last.start, Math.max(last.end, next.end)));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static int units(List<Stretch> stretches) {
        return stretches.stream().mapToInt(Stretch::length).sum();
    }

    /** The stored form. It begins with a version byte. */
    byte[] encode() {
        byte[] by = reportedBy.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(1 + 16 + by.length + 12 * stretches.size());
        bytes.put(VERSION).putInt(calls).putInt(reported);
        bytes.putInt(by.length).put(by).putInt(stretches.size());
        stretches.forEach(part -> bytes.putInt(part.leaf).putInt(part.start).putInt(part.end));
        return bytes.array();
    }

    /** Reads the stored form. */
    static Coverage decode(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        int version = bytes.get();
        if (version != VERSION) {
            throw new IllegalStateException("a stored coverage has version " + version + ", this program knows 1; "
                    + "start the version that wrote it, or reset the correlator's state");
        }
        int calls = bytes.getInt();
        int reported = bytes.getInt();
        byte[] by = new byte[bytes.getInt()];
        bytes.get(by);
        int count = bytes.getInt();
        List<Stretch> stretches = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            stretches.add(new Stretch(bytes.getInt(), bytes.getInt(), bytes.getInt()));
        }
        return new Coverage(calls, reported, new String(by, StandardCharsets.UTF_8), List.copyOf(stretches));
    }
}
