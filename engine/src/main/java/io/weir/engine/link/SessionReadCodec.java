package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.engine.state.RecordPlaces;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.InstructionTone;
import io.weir.schemas.word.ValueKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The stored form of a {@link SessionRead}. It begins with a version byte, because state outlives the program that wrote
 * it: a reader knows every version that was ever written. Words are stored by name, so that vocabularies can grow.
 */
final class SessionReadCodec {

    private static final int VERSION = 4;

    private static final int WITHOUT_PLACE = 3;

    private SessionReadCodec() {}

    static byte[] encode(SessionRead read) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + 20 * read.weight());
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(read.eventId());
            out.writeUTF(read.traceId());
            out.writeUTF(read.tool());
            out.writeLong(read.timeMillis());
            RecordPlaces.write(out, read.place());
            out.writeInt(read.origins().size());
            for (String origin : read.origins()) {
                out.writeUTF(origin);
            }
            out.writeInt(read.dataClasses().size());
            for (DataClass dataClass : read.dataClasses()) {
                out.writeUTF(dataClass.name());
            }
            out.writeInt(read.addresses().size());
            for (String address : read.addresses()) {
                out.writeUTF(address);
            }
            out.writeInt(read.prints().size());
            for (Print print : read.prints()) {
                writePlace(out, print.leaf(), print.start(), print.end());
                out.writeLong(print.hash());
            }
            out.writeInt(read.values().size());
            for (ValuePrint value : read.values()) {
                writePlace(out, value.leaf(), value.start(), value.end());
                out.writeLong(HexFormat.fromHexDigitsToLong(value.hash()));
                out.writeUTF(value.kind().name());
                InstructionTone tone = value.tone();
                out.writeUTF(tone == null ? "" : tone.name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static SessionRead decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readUnsignedByte();
            if (version != VERSION && version != WITHOUT_PLACE) {
                throw new IllegalStateException(
                        "a stored read has version " + version + ", this program knows 3 and 4; "
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

    private static void writePlace(DataOutputStream out, int leaf, int start, int end) throws IOException {
        out.writeInt(leaf);
        out.writeInt(start);
        out.writeInt(end);
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
