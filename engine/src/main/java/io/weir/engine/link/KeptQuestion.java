package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.schemas.event.PackedValues;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import java.util.List;

/**
 * A question about a write, as a bucket keeps it: enough to ask it again, without the call. Its stored form begins with
 * a version byte.
 *
 * @param traceId decision on the write
 * @param sessionKey who writes
 * @param timeMillis event time of the write
 * @param prints prints of the write
 * @param values its values that tell by themselves
 */
record KeptQuestion(String traceId, String sessionKey, long timeMillis, List<Print> prints, List<ValuePrint> values) {

    private static final int VERSION = 1;
    private static final int HEAD_BYTES = 128;
    private static final int WEIGHT_BYTES = 14;

    static KeptQuestion of(FleetPart question) {
        return new KeptQuestion(
                question.traceId(), question.sessionKey(), question.timeMillis(), question.prints(), question.values());
    }

    /** Number of prints and values. */
    int weight() {
        return prints.size() + values.size();
    }

    byte[] encode() {
        PackedOutput out = new PackedOutput(HEAD_BYTES + WEIGHT_BYTES * weight());
        out.put(VERSION).putText(traceId).putText(sessionKey).putNumber(timeMillis);
        ContentForm.putPrints(out, prints);
        PackedValues.put(out, values);
        return out.toBytes();
    }

    static KeptQuestion decode(byte[] stored) {
        PackedInput in = new PackedInput(stored);
        int version = in.get();
        if (version != VERSION) {
            throw new IllegalStateException("a kept question has version " + version + ", this program knows " + VERSION
                    + "; start the version that wrote it, or reset the correlator's state");
        }
        return new KeptQuestion(
                in.getText(), in.getText(), in.getNumber(), ContentForm.getPrints(in), PackedValues.get(in));
    }
}
