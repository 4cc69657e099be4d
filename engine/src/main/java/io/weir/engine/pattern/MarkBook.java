package io.weir.engine.pattern;

import io.weir.engine.state.RecordPlaces;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one session has done towards one pattern. Immutable.
 *
 * @param marks by time
 * @param reportedMillis event time of the event that it was reported with last, the least time where it was not
 * @param reportedBy that event, empty where it was not
 */
record MarkBook(List<Mark> marks, long reportedMillis, String reportedBy) {

    /** Marks that are kept for one step; the oldest go first. */
    static final int MARKS_MAX = 512;

    static final MarkBook EMPTY = new MarkBook(List.of(), Long.MIN_VALUE, "");

    private static final byte VERSION = 1;

    MarkBook {
        marks = List.copyOf(marks);
    }

    /** The book with more marks; what is known is not taken twice, and what is out of the window is forgotten. */
    MarkBook plus(List<Mark> more, long windowMillis) {
        List<Mark> all = new ArrayList<>(marks);
        more.stream().filter(mark -> !marks.contains(mark)).forEach(all::add);
        all.sort(Mark.ORDER);
        long latest = all.isEmpty() ? 0 : all.get(all.size() - 1).timeMillis();
        all.removeIf(mark -> mark.timeMillis() < latest - 2 * windowMillis);
        Map<Integer, Integer> surplus = new TreeMap<>();
        all.forEach(mark -> surplus.merge(mark.step(), 1, Integer::sum));
        surplus.replaceAll((step, count) -> count - MARKS_MAX);
        all.removeIf(mark -> surplus.merge(mark.step(), -1, Integer::sum) >= 0);
        return new MarkBook(all, reportedMillis, reportedBy);
    }

    MarkBook reported(long timeMillis, String eventId) {
        return new MarkBook(marks, timeMillis, eventId);
    }

    /** The stored form. It begins with a version byte. */
    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 + 128 * marks.size());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(reportedMillis);
            out.writeUTF(reportedBy);
            out.writeInt(marks.size());
            for (Mark mark : marks) {
                out.writeInt(mark.step());
                out.writeUTF(mark.key());
                out.writeInt(mark.amount());
                out.writeLong(mark.timeMillis());
                out.writeUTF(mark.eventId());
                out.writeUTF(mark.traceId());
                out.writeUTF(mark.tool());
                out.writeBoolean(mark.read());
                RecordPlaces.write(out, mark.place());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads the stored form. */
    static MarkBook decode(byte[] stored) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("stored marks have version " + version + ", this program knows 1; "
                        + "start the version that wrote them, or reset the correlator's state");
            }
            long reportedMillis = in.readLong();
            String reportedBy = in.readUTF();
            int count = in.readInt();
            List<Mark> marks = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                marks.add(new Mark(
                        in.readInt(),
                        in.readUTF(),
                        in.readInt(),
                        in.readLong(),
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        in.readBoolean(),
                        RecordPlaces.read(in)));
            }
            return new MarkBook(marks, reportedMillis, reportedBy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
