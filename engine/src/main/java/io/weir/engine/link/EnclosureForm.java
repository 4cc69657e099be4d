package io.weir.engine.link;

import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import org.jspecify.annotations.Nullable;

/** An {@link Enclosure} that may be missing, as part of a packed form. */
final class EnclosureForm {

    private EnclosureForm() {}

    static void put(PackedOutput out, @Nullable Enclosure enclosure) {
        out.putNumber(enclosure == null ? -1 : enclosure.bytes().length);
        if (enclosure != null) {
            out.putAll(enclosure.bytes());
        }
    }

    static @Nullable Enclosure get(PackedInput in) {
        int length = in.getInt();
        return length < 0 ? null : new Enclosure(in.getAll(length));
    }

    /** About how many bytes it takes. */
    static int bytes(@Nullable Enclosure enclosure) {
        return enclosure == null ? 1 : enclosure.bytes().length + Integer.BYTES;
    }
}
