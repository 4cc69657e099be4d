package io.weir.engine.link;

import io.weir.engine.state.PackedInput;
import io.weir.engine.state.PackedOutput;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.word.DataClass;
import java.util.List;

/** The packed form of a {@link FleetPart}, on its topic and in the state of its bucket. It begins with a version byte. */
public final class FleetPartForm {

    private static final int VERSION = 2;
    private static final int WITHOUT_SYSTEMS = 1;

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
        out.putEach(part.systems(), out::putText);
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
        if (version != VERSION && version != WITHOUT_SYSTEMS) {
            throw new IllegalArgumentException("a part has version " + version + ", this program knows 1 and 2");
        }
        boolean write = in.get() == 1;
        String tenant = in.getText();
        int bucket = in.getInt();
        int parts = in.getInt();
        int slot = in.getInt();
        String eventId = in.getText();
        String traceId = in.getText();
        String sessionKey = in.getText();
        String agentId = in.getText();
        String tool = in.getText();
        long timeMillis = in.getNumber();
        RecordPlace place = in.getPlace();
        return new FleetPart(
                write,
                tenant,
                bucket,
                parts,
                slot,
                eventId,
                traceId,
                sessionKey,
                agentId,
                tool,
                version == WITHOUT_SYSTEMS ? List.of() : in.getEach(in::getText),
                timeMillis,
                place,
                in.getEach(() -> DataClass.valueOf(in.getText())),
                in.getEach(in::getText),
                ContentForm.getPrints(in),
                ContentForm.getValues(in));
    }
}
