package io.weir.engine.link;

import io.weir.engine.state.PackedInput;
import io.weir.engine.state.PackedOutput;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ToolCallScanned;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call that is kept to be judged once more, and the record that it came in.
 *
 * @param call the call
 * @param place its record, or null
 */
record KeptCall(ToolCallScanned call, @Nullable RecordPlace place) {

    private static final int VERSION = 2;

    /** The stored form: a version byte, the decision's id, the place, and the call in the host's form. */
    byte[] encode(Function<ToolCallScanned, byte[]> form) {
        byte[] kept = form.apply(call);
        return new PackedOutput(kept.length + 128)
                .put(VERSION)
                .putText(call.traceId())
                .putPlace(place)
                .putAll(kept)
                .toBytes();
    }

    /** Whether a stored form is that of the call with this decision. The call itself is not read. */
    static boolean isOf(byte[] stored, String traceId) {
        PackedInput in = versioned(stored);
        return in.getText().equals(traceId);
    }

    /** Reads the stored form. */
    static KeptCall decode(byte[] stored, Function<byte[], ToolCallScanned> form) {
        PackedInput in = versioned(stored);
        in.getText();
        RecordPlace place = in.getPlace();
        return new KeptCall(form.apply(in.getRest()), place);
    }

    private static PackedInput versioned(byte[] stored) {
        PackedInput in = new PackedInput(stored);
        int version = in.get();
        if (version != VERSION) {
            throw new IllegalStateException("a kept call has version " + version + ", this program knows " + VERSION
                    + "; start the version that wrote it, or reset the correlator's state");
        }
        return in;
    }
}
