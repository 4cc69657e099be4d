package io.weir.engine.link;

import io.weir.engine.state.RecordPlaces;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import io.weir.schemas.word.Tier;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call that has gone outside, kept so that it can be judged again when more is known.
 *
 * @param call the call, without its findings and links
 * @param place its record, or null
 * @param told strongest tier that it was alerted with, TRACE where it was not
 * @param toldBy what made us alert: an event or a statement
 */
record PastWrite(ToolCallScanned call, @Nullable RecordPlace place, Tier told, String toldBy) {

    private static final int AS_RECEIVED = 3;
    private static final int PACKED = 2;
    private static final int UNPACKED = 1;
    private static final int HEAD_BYTES_EXPECTED = 128;
    private static final int BYTES_EXPECTED = 16 << 10;

    static PastWrite of(ToolCallScanned call, @Nullable RecordPlace place, Tier told) {
        return new PastWrite(slim(call), place, told, call.eventId());
    }

    private static ToolCallScanned slim(ToolCallScanned call) {
        DecisionRecord outcome = call.outcome();
        return new ToolCallScanned(
                call.eventId(),
                call.traceId(),
                call.parentTraceId(),
                call.traceparent(),
                call.timeMillis(),
                call.principal(),
                call.call(),
                List.of(),
                call.fingerprint(),
                call.request(),
                List.of(),
                new DecisionRecord(
                        outcome.decision(),
                        outcome.riskScore(),
                        outcome.riskBand(),
                        outcome.reasonCodes(),
                        outcome.dataClasses(),
                        List.of(),
                        List.of(),
                        outcome.approvalId(),
                        outcome.policyVersion()));
    }

    PastWrite told(Tier tier, String causeId) {
        return new PastWrite(call, place, tier, causeId);
    }

    /** The stored form: a version byte, what was told, the place, and the packed call. */
    byte[] encode(Form<ToolCallScanned> form) {
        return PackedCall.put(head(PACKED, BYTES_EXPECTED), call, form).toBytes();
    }

    /** The same, with the call as it was received. */
    byte[] encode(EventBytes received) {
        return head(AS_RECEIVED, HEAD_BYTES_EXPECTED + received.bytes().length)
                .putAll(received.bytes())
                .toBytes();
    }

    private PackedOutput head(int version, int bytesExpected) {
        PackedOutput out = new PackedOutput(bytesExpected)
                .put(version)
                .putText(told.name())
                .putText(toldBy);
        return RecordPlaces.put(out, place);
    }

    /** Reads the stored form. */
    static PastWrite decode(byte[] stored, Form<ToolCallScanned> form) {
        PackedInput in = new PackedInput(stored);
        int version = in.get();
        if (version != PACKED && version != AS_RECEIVED) {
            return decodeUnpacked(stored, form);
        }
        Tier told = Tier.valueOf(in.getText());
        String toldBy = in.getText();
        RecordPlace place = RecordPlaces.get(in);
        ToolCallScanned call = version == PACKED
                ? PackedCall.get(in, form)
                : slim(form.decode().apply(in.getRest()));
        return new PastWrite(call, place, told, toldBy);
    }

    /** The form that was written before: the whole call in the host's form. */
    private static PastWrite decodeUnpacked(byte[] stored, Form<ToolCallScanned> form) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
            int version = in.readUnsignedByte();
            if (version != UNPACKED) {
                throw new IllegalStateException("a kept write has version " + version + ", this program knows 1 to 3; "
                        + "start the version that wrote it, or reset the correlator's state");
            }
            Tier told = Tier.valueOf(in.readUTF());
            String toldBy = in.readUTF();
            RecordPlace place = RecordPlaces.read(in);
            return new PastWrite(form.decode().apply(in.readAllBytes()), place, told, toldBy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
