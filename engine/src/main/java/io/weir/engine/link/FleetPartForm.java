package io.weir.engine.link;

import io.weir.engine.state.RecordPlaces;
import io.weir.schemas.event.PackedValues;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import io.weir.schemas.word.DataClass;

/** The packed form of a {@link FleetPart} on its topic. It begins with a version byte. */
public final class FleetPartForm {

    private static final int VERSION = 4;
    private static final int WITH_PLAIN_ADDRESSES = 3;
    private static final int HEAD_BYTES = 512;

    private FleetPartForm() {}

    /** The bytes of a part. */
    public static byte[] encode(FleetPart part) {
        PackedOutput out = new PackedOutput(HEAD_BYTES + 16 * part.weight() + EnclosureForm.bytes(part.call()));
        out.put(VERSION)
                .put(part.write() ? 1 : 0)
                .putText(part.tenant())
                .putNumber(part.bucket())
                .putNumber(part.parts())
                .putText(part.eventId())
                .putText(part.traceId())
                .putText(part.sessionKey())
                .putText(part.agentId())
                .putText(part.tool())
                .putNumber(part.timeMillis());
        RecordPlaces.put(out, part.place());
        out.putEach(part.systems(), out::putText);
        out.putEach(part.dataClasses(), dataClass -> out.putText(dataClass.name()));
        PackedAddresses.of(part.addresses()).putTo(out);
        ContentForm.putPrints(out, part.prints());
        PackedValues.put(out, part.values());
        EnclosureForm.put(out, part.call());
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
        if (version != VERSION && version != WITH_PLAIN_ADDRESSES) {
            throw new IllegalArgumentException("a part has version " + version + ", this program knows 3 and 4");
        }
        boolean plain = version == WITH_PLAIN_ADDRESSES;
        boolean write = in.get() == 1;
        String tenant = in.getText();
        int bucket = in.getInt();
        int parts = in.getInt();
        String eventId = in.getText();
        String traceId = in.getText();
        String sessionKey = in.getText();
        String agentId = in.getText();
        String tool = in.getText();
        long timeMillis = in.getNumber();
        RecordPlace place = RecordPlaces.get(in);
        return new FleetPart(
                write,
                tenant,
                bucket,
                parts,
                eventId,
                traceId,
                sessionKey,
                agentId,
                tool,
                in.getEach(in::getText),
                timeMillis,
                place,
                in.getEach(() -> DataClass.valueOf(in.getText())),
                plain ? in.getEach(in::getText) : PackedAddresses.get(in),
                plain ? ContentForm.getUnpacked(in) : ContentForm.getPrints(in),
                PackedValues.get(in),
                EnclosureForm.get(in));
    }
}
