package io.weir.engine.link;

import io.weir.engine.state.RecordPlaces;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ToolCallScanned;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call that is kept to be judged once more, and the record that it came in.
 *
 * @param call the call
 * @param place its record, or null
 */
record KeptCall(ToolCallScanned call, @Nullable RecordPlace place) {

    private static final int VERSION = 1;

    /** The stored form: a version byte, the place, and the call in the host's form. */
    byte[] encode(Function<ToolCallScanned, byte[]> form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            RecordPlaces.write(out, place);
            out.write(form.apply(call));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads the stored form. */
    static KeptCall decode(byte[] stored, Function<byte[], ToolCallScanned> form) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new IllegalStateException("a kept call has version " + version + ", this program knows 1; "
                        + "start the version that wrote it, or reset the correlator's state");
            }
            RecordPlace place = RecordPlaces.read(in);
            return new KeptCall(form.apply(in.readAllBytes()), place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
