package io.weir.engine.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.engine.decide.Desk;
import io.weir.engine.state.MemoryStateTable;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.LeafOutline;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Tier;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Calls that are kept whole come back as they were. */
class PackedCallTest {

    private static final RecordPlace PLACE = new RecordPlace("calls", 3, 4711);
    private static final String TEXT =
            "Mail the invoice 4711 of 2026-11-21 to ana@example.org, caf\u00e9 \u4e2d\u6587 \ud83d\ude00 included.";

    private final Form<ToolCallScanned> form = KeptForms.inMemoryForm();

    private static ToolCallScanned call(String request, Map<String, Object> body) {
        return Desk.at(new MemoryStateTable(), "acme", "s")
                .calls("send_email", body, request)
                .event();
    }

    @Test
    void aKeptCallComesBackWithItsSketchesAndItsPlace() {
        ToolCallScanned call = call("Send " + TEXT, Map.of("to", "ana@example.org", "body", TEXT));
        assertThat(call.request()).isNotNull();
        assertThat(call.fingerprint().prints()).isNotEmpty();
        assertThat(call.fingerprint().values()).isNotEmpty();

        KeptCall kept = new KeptCall(call, PLACE);

        assertThat(KeptCall.decode(kept.encode(form), form)).isEqualTo(kept);
        KeptCall unplaced = new KeptCall(call.with(call.fingerprint(), null), null);
        assertThat(KeptCall.decode(unplaced.encode(form), form)).isEqualTo(unplaced);
    }

    @Test
    void aCallThatIsTooLargeToGoAlongHasNoExcerptsAndIsElseTheSame() {
        ToolCallScanned large = withShape(call("Send it", Map.of("body", TEXT)), "x".repeat(700 << 10));

        Enclosure enclosed = new KeptCall(large, PLACE).enclosed(null, form);

        assertThat(enclosed.bytes().length).isLessThan(640 << 10);
        ToolCallScanned back = KeptCall.decode(enclosed.bytes(), form).call();
        assertThat(back.fingerprint().prints()).isEqualTo(large.fingerprint().prints());
        assertThat(back.fingerprint().values()).isEqualTo(large.fingerprint().values());
        assertThat(back.fingerprint().leaves())
                .allSatisfy(one -> assertThat(one.shape()).isNull());
        assertThat(back.fingerprint().leaves())
                .extracting(LeafOutline::address)
                .isEqualTo(large.fingerprint().leaves().stream()
                        .map(LeafOutline::address)
                        .toList());
    }

    @Test
    void whatCameInARecordIsKeptAsItWasReceived() {
        ToolCallScanned call = call("Send it", Map.of("body", TEXT));
        EventBytes received = new EventBytes(form.encode().apply(call));
        KeptCall kept = new KeptCall(call, PLACE);
        PastWrite write = PastWrite.of(call, PLACE, Tier.SIGNAL);

        Enclosure enclosed = kept.enclosed(received, form);

        assertThat(KeptCall.decode(enclosed.bytes(), form)).isEqualTo(kept);
        assertThat(enclosed.bytes().length).isLessThan(received.bytes().length + 64);
        assertThat(PastWrite.decode(write.encode(received), form)).isEqualTo(write);
    }

    @Test
    void whatCameInARecordThatIsTooLargeIsPacked() {
        ToolCallScanned large = withShape(call("Send it", Map.of("body", TEXT)), "x".repeat(700 << 10));

        Enclosure enclosed = new KeptCall(large, PLACE).enclosed(new EventBytes(new byte[700 << 10]), form);

        assertThat(enclosed).isEqualTo(new KeptCall(large, PLACE).enclosed(null, form));
    }

    @Test
    void aPastWriteIsReadInTheFormThatWasWrittenBefore() throws IOException {
        PastWrite write = PastWrite.of(call("Send it", Map.of("body", TEXT)), PLACE, Tier.SIGNAL);
        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(unpacked)) {
            out.writeByte(1);
            out.writeUTF("SIGNAL");
            out.writeUTF(write.toldBy());
            out.writeBoolean(true);
            out.writeUTF(PLACE.topic());
            out.writeInt(PLACE.partition());
            out.writeLong(PLACE.offset());
            out.write(form.encode().apply(write.call()));
        }

        assertThat(PastWrite.decode(unpacked.toByteArray(), form)).isEqualTo(write);
        assertThat(PastWrite.decode(write.encode(form), form)).isEqualTo(write);
        assertThatThrownBy(() -> PastWrite.decode(new byte[] {9, 0}, form))
                .hasMessageContaining("version 9, this program knows 1 to 3");
    }

    private static ToolCallScanned withShape(ToolCallScanned call, String shape) {
        Fingerprint sketch = call.fingerprint();
        List<LeafOutline> leaves = sketch.leaves().stream()
                .map(leaf -> new LeafOutline(leaf.address(), leaf.length(), leaf.role(), shape))
                .toList();
        return call.with(
                new Fingerprint(sketch.scheme(), sketch.epoch(), leaves, sketch.prints(), sketch.values()),
                call.request());
    }
}
