package io.weir.engine.state;

import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The stored form of a {@link RecordPlace} that may be missing, as part of what reducers store. */
public final class RecordPlaces {

    private RecordPlaces() {}

    /** Writes it, packed. */
    public static PackedOutput put(PackedOutput out, @Nullable RecordPlace place) {
        out.putOptional(place == null ? null : place.topic());
        return place == null ? out : out.putNumber(place.partition()).putNumber(place.offset());
    }

    /** Reads it, packed. */
    public static @Nullable RecordPlace get(PackedInput in) {
        String topic = in.getOptional();
        return topic == null ? null : new RecordPlace(topic, in.getInt(), in.getNumber());
    }

    /** Writes it. */
    public static void write(DataOutputStream out, @Nullable RecordPlace place) throws IOException {
        out.writeBoolean(place != null);
        if (place != null) {
            out.writeUTF(place.topic());
            out.writeInt(place.partition());
            out.writeLong(place.offset());
        }
    }

    /** Reads it. */
    public static @Nullable RecordPlace read(DataInputStream in) throws IOException {
        return in.readBoolean() ? new RecordPlace(in.readUTF(), in.readInt(), in.readLong()) : null;
    }
}
