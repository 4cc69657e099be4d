package io.weir.engine.link;

import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.event.UserRequest;
import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import java.util.List;

/**
 * The packed form of a call that is to be judged again: its sketches packed, which are nearly all of it, and the rest
 * in the host's form, which evolves with its topic.
 */
final class PackedCall {

    private static final Fingerprint NO_SKETCH = new Fingerprint("", 0, List.of(), "", List.of());

    private PackedCall() {}

    /** Writes a call; it is the last thing in the output. */
    static PackedOutput put(PackedOutput out, ToolCallScanned call, Form<ToolCallScanned> form) {
        UserRequest request = call.request();
        SketchForm.put(out, call.fingerprint());
        out.put(request == null ? 0 : 1);
        if (request != null) {
            SketchForm.put(out, request.sketch());
        }
        UserRequest asked = request == null
                ? null
                : new UserRequest(NO_SKETCH, request.asked(), request.addressed(), request.pointed());
        return out.putAll(form.encode().apply(call.with(NO_SKETCH, asked)));
    }

    /** Reads the rest of an input as a call. */
    static ToolCallScanned get(PackedInput in, Form<ToolCallScanned> form) {
        Fingerprint fingerprint = SketchForm.get(in);
        Fingerprint requested = in.get() == 0 ? NO_SKETCH : SketchForm.get(in);
        ToolCallScanned call = form.decode().apply(in.getRest());
        UserRequest asked = call.request();
        return call.with(
                fingerprint,
                asked == null ? null : new UserRequest(requested, asked.asked(), asked.addressed(), asked.pointed()));
    }
}
