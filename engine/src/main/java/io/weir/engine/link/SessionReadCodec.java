package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.engine.state.RecordPlaces;
import io.weir.schemas.event.PackedValues;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.InstructionTone;
import io.weir.schemas.word.ValueKind;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The stored form of a {@link SessionRead}. It begins with a version byte, because state outlives the program that
 * wrote it: a reader knows every version that was ever written. Words are stored by name, so that vocabularies can
 * grow.
 */
final class SessionReadCodec {

    /** 6 is that of a {@link RepeatedRead}. */
    private static final int VERSION = 7;

    private static final int WITH_PLAIN_ADDRESSES = 5;

    private static final int UNPACKED = 4;

    private static final int WITHOUT_PLACE = 3;

    private static final int HEAD_BYTES = 256;
    private static final int WEIGHT_BYTES = 14;

    private SessionReadCodec() {}

    static byte[] encode(SessionRead read) {
        PackedOutput out = new PackedOutput(
                HEAD_BYTES + WEIGHT_BYTES * (read.weight() + read.addresses().size()));
        out.put(VERSION)
                .putText(read.eventId())
                .putText(read.traceId())
                .putText(read.tool())
                .putNumber(read.timeMillis());
        RecordPlaces.put(out, read.place());
        out.putEach(read.origins(), out::putText);
        out.putEach(read.dataClasses(), dataClass -> out.putText(dataClass.name()));
        PackedAddresses.of(read.addresses()).putTo(out);
        ContentForm.putPrints(out, read.prints());
        PackedValues.put(out, read.values());
        return out.toBytes();
    }

    static SessionRead decode(byte[] bytes) {
        PackedInput in = new PackedInput(bytes);
        int version = in.get();
        if (version != VERSION && version != WITH_PLAIN_ADDRESSES) {
            return decodeUnpacked(bytes);
        }
        boolean plain = version == WITH_PLAIN_ADDRESSES;
        return new SessionRead(
                in.getText(),
                in.getText(),
                in.getText(),
                in.getNumber(),
                RecordPlaces.get(in),
                in.getEach(in::getText),
                in.getEach(() -> DataClass.valueOf(in.getText())),
                plain ? in.getEach(in::getText) : PackedAddresses.get(in),
                plain ? ContentForm.getUnpacked(in) : ContentForm.getPrints(in),
                PackedValues.get(in));
    }

    /** The forms that were written before: as Java's data streams. */
    private static SessionRead decodeUnpacked(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readUnsignedByte();
            if (version != UNPACKED && version != WITHOUT_PLACE) {
                throw new IllegalStateException("a stored read has version " + version + ", this program knows 3 to 7; "
                        + "start the version that wrote it, or reset the correlator's state");
            }
            return new SessionRead(
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readLong(),
                    version == WITHOUT_PLACE ? null : RecordPlaces.read(in),
                    list(in, in::readUTF),
                    list(in, () -> DataClass.valueOf(in.readUTF())),
                    list(in, in::readUTF),
                    list(in, () -> readPrint(in)),
                    list(in, () -> readValue(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Print readPrint(DataInputStream in) throws IOException {
        int leaf = in.readInt();
        int start = in.readInt();
        int end = in.readInt();
        return new Print(in.readLong(), leaf, start, end);
    }

    private static ValuePrint readValue(DataInputStream in) throws IOException {
        int leaf = in.readInt();
        int start = in.readInt();
        int end = in.readInt();
        String hash = HexFormat.of().toHexDigits(in.readLong());
        ValueKind kind = ValueKind.valueOf(in.readUTF());
        String tone = in.readUTF();
        return new ValuePrint(kind, hash, leaf, start, end, tone.isEmpty() ? null : InstructionTone.valueOf(tone));
    }

    private static <T> List<T> list(DataInputStream in, Element<T> element) throws IOException {
        int size = in.readInt();
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(element.read());
        }
        return list;
    }

    private interface Element<T> {
        T read() throws IOException;
    }
}
