package io.weir.engine.state;

import io.weir.schemas.event.RecordPlace;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The stored form of a {@link RecordPlace} that may be missing, as part of what reducers store. */
public final class RecordPlaces {

    private RecordPlaces() {}

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
