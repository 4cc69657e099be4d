package io.weir.engine.link;

import io.weir.engine.state.RecordPlaces;
import io.weir.schemas.event.DecisionRecord;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Tier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
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

    private static final int VERSION = 1;

    static PastWrite of(ToolCallScanned call, @Nullable RecordPlace place, Tier told) {
        DecisionRecord outcome = call.outcome();
        ToolCallScanned slim = new ToolCallScanned(
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
        return new PastWrite(slim, place, told, call.eventId());
    }

    PastWrite told(Tier tier, String causeId) {
        return new PastWrite(call, place, tier, causeId);
    }

    /** The stored form: a version byte, what was told, the place, and the call in the host's form. */
    byte[] encode(Form<ToolCallScanned> form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(told.name());
            out.writeUTF(toldBy);
            RecordPlaces.write(out, place);
            out.write(form.encode().apply(call));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Reads the stored form. */
    static PastWrite decode(byte[] stored, Form<ToolCallScanned> form) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stored))) {
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new IllegalStateException("a kept write has version " + version + ", this program knows 1; "
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
