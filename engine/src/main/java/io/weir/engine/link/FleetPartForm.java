package io.weir.engine.link;

import io.weir.engine.state.PackedInput;
import io.weir.engine.state.PackedOutput;
import io.weir.schemas.word.DataClass;

/** The packed form of a {@link FleetPart}, on its topic and in the state of its bucket. It begins with a version byte. */
public final class FleetPartForm {

    private static final int VERSION = 1;

    private FleetPartForm() {}

    /** The bytes of a part. */
    public static byte[] encode(FleetPart part) {
        PackedOutput out = new PackedOutput(512 + 16 * part.weight());
        out.put(VERSION)
                .put(part.write() ? 1 : 0)
                .putText(part.tenant())
                .putNumber(part.bucket())
                .putNumber(part.parts())
                .putNumber(part.slot())
                .putText(part.eventId())
                .putText(part.traceId())
                .putText(part.sessionKey())
                .putText(part.agentId())
                .putText(part.tool())
                .putNumber(part.timeMillis())
                .putPlace(part.place());
        out.putEach(part.dataClasses(), dataClass -> out.putText(dataClass.name()));
        out.putEach(part.addresses(), out::putText);
        ContentForm.putPrints(out, part.prints());
        ContentForm.putValues(out, part.values());
        return out.toBytes();
    }

    /**
     * The part in these bytes.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FleetPart decode(byte[] bytes) {
        PackedInput in = new PackedInput(bytes);
        int version = in.get();
        if (version != VERSION) {
            throw new IllegalArgumentException("a part has version " + version + ", this program knows " + VERSION);
        }
        return new FleetPart(
                in.get() == 1,
                in.getText(),
                in.getInt(),
                in.getInt(),
                in.getInt(),
                in.getText(),
                in.getText(),
                in.getText(),
                in.getText(),
                in.getText(),
                in.getNumber(),
                in.getPlace(),
                in.getEach(() -> DataClass.valueOf(in.getText())),
                in.getEach(in::getText),
                ContentForm.getPrints(in),
                ContentForm.getValues(in));
    }
}
