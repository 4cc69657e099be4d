package io.weir.engine.link;

import io.weir.engine.state.RecordPlaces;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The stored form of a {@link CarriedCall}. It begins with a version byte, because state outlives the program. */
final class CarriedCallCodec {

    private static final int VERSION = 1;

    private CarriedCallCodec() {}

    static byte[] encode(CarriedCall call) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(call.traceId());
            out.writeUTF(call.tool());
            out.writeUTF(call.agentId());
            out.writeLong(call.timeMillis());
            RecordPlaces.write(out, call.place());
            writeAll(out, call.destinations());
            writeAll(out, call.sources());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static CarriedCall decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new IllegalStateException("a stored call has version " + version + ", this program knows 1; "
                        + "start the version that wrote it, or reset the correlator's state");
            }
            return new CarriedCall(
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readLong(),
                    RecordPlaces.read(in),
                    readAll(in),
                    readAll(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeAll(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }

    private static List<String> readAll(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(in.readUTF());
        }
        return List.copyOf(texts);
    }
}
