package io.weir.engine.link;

import io.weir.engine.state.RecordPlaces;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.LeafOutline;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that is kept to be judged once more, and the record that it came in.
 *
 * @param call the call
 * @param place its record, or null
 */
record KeptCall(ToolCallScanned call, @Nullable RecordPlace place) {

    /** A part has 120 KB of prints and values besides, and a record at most 1 MiB. */
    private static final int ENCLOSED_BYTES_MAX = 640 << 10;

    private static final int PLACE_BYTES_EXPECTED = 64;
    private static final int CALL_BYTES_EXPECTED = 16 << 10;
    private static final int PACKED = 3;
    private static final int AS_RECEIVED = 4;

    /** The packed form: a version byte, the place, and the packed call. */
    byte[] encode(Form<ToolCallScanned> form) {
        return PackedCall.put(RecordPlaces.put(new PackedOutput(CALL_BYTES_EXPECTED).put(PACKED), place), call, form)
                .toBytes();
    }

    /**
     * The stored form, to go along with a record: as the call was received, or packed where that is not known or too
     * large. A call that is too large to go along with another record loses the masked texts of its leaves: evidence
     * then has no excerpts.
     */
    Enclosure enclosed(@Nullable EventBytes received, Form<ToolCallScanned> form) {
        if (received != null && received.bytes().length <= ENCLOSED_BYTES_MAX) {
            PackedOutput out = new PackedOutput(PLACE_BYTES_EXPECTED + received.bytes().length).put(AS_RECEIVED);
            return new Enclosure(
                    RecordPlaces.put(out, place).putAll(received.bytes()).toBytes());
        }
        byte[] whole = encode(form);
        return new Enclosure(
                whole.length <= ENCLOSED_BYTES_MAX ? whole : withoutShapes().encode(form));
    }

    private KeptCall withoutShapes() {
        Fingerprint sketch = call.fingerprint();
        List<LeafOutline> leaves = sketch.leaves().stream()
                .map(leaf -> new LeafOutline(leaf.address(), leaf.length(), leaf.role(), null))
                .toList();
        Fingerprint bare = new Fingerprint(sketch.scheme(), sketch.epoch(), leaves, sketch.prints(), sketch.values());
        return new KeptCall(call.with(bare, call.request()), place);
    }

    /** Reads the stored form. */
    static KeptCall decode(byte[] stored, Form<ToolCallScanned> form) {
        PackedInput in = new PackedInput(stored);
        int version = in.get();
        if (version != PACKED && version != AS_RECEIVED) {
            throw new IllegalStateException("a kept call has version " + version + ", this program knows 3 and 4; "
                    + "start the version that wrote it, or reset the correlator's state");
        }
        RecordPlace place = RecordPlaces.get(in);
        ToolCallScanned call =
                version == PACKED ? PackedCall.get(in, form) : form.decode().apply(in.getRest());
        return new KeptCall(call, place);
    }
}
