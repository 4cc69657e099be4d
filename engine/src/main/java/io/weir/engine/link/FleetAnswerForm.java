package io.weir.engine.link;

import io.weir.engine.state.RecordPlaces;
import io.weir.schemas.event.RecordPlace;
import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import io.weir.schemas.word.DataClass;
import io.weir.schemas.word.ValueKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The packed form of a {@link FleetAnswer}, on its topic and in the state of its session. It begins with a version
 * byte: that of an answer given once more differs, so that what reads the others need not know of these.
 */
public final class FleetAnswerForm {

    private static final int VERSION = 1;
    private static final int GIVEN_AGAIN = 2;
    private static final int BYTES_EXPECTED = 256;
    private static final int SOURCE_BYTES_EXPECTED = 1024;

    private FleetAnswerForm() {}

    /** The bytes of an answer. */
    public static byte[] encode(FleetAnswer answer) {
        PackedOutput out = new PackedOutput(
                BYTES_EXPECTED + SOURCE_BYTES_EXPECTED * answer.sources().size() + EnclosureForm.bytes(answer.call()));
        out.put(answer.cause() == null ? VERSION : GIVEN_AGAIN)
                .putText(answer.sessionKey())
                .putText(answer.traceId())
                .putNumber(answer.bucket())
                .putNumber(answer.parts());
        EnclosureForm.put(out, answer.call());
        out.putEach(answer.sources(), source -> putSource(out, source));
        if (answer.cause() != null) {
            RetroactiveForm.put(out, answer.cause());
        }
        return out.toBytes();
    }

    /**
     * The answer in these bytes.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FleetAnswer decode(byte[] bytes) {
        PackedInput in = new PackedInput(bytes);
        int version = in.get();
        if (version != VERSION && version != GIVEN_AGAIN) {
            throw new IllegalArgumentException("an answer has version " + version + ", this program knows 1 and 2");
        }
        return new FleetAnswer(
                in.getText(),
                in.getText(),
                in.getInt(),
                in.getInt(),
                EnclosureForm.get(in),
                in.getEach(() -> getSource(in)),
                version == GIVEN_AGAIN ? RetroactiveForm.get(in) : null);
    }

    private static void putSource(PackedOutput out, FleetSource source) {
        SessionRead read = source.read();
        out.putText(source.agentId())
                .putText(read.eventId())
                .putText(read.traceId())
                .putText(read.tool())
                .putNumber(read.timeMillis());
        RecordPlaces.put(out, read.place());
        out.putEach(source.systems(), out::putText);
        out.putEach(read.dataClasses(), dataClass -> out.putText(dataClass.name()));
        out.putEach(read.addresses(), out::putText);
        out.putEach(source.hits(), hit -> putHit(out, hit));
    }

    private static FleetSource getSource(PackedInput in) {
        String agentId = in.getText();
        String eventId = in.getText();
        String traceId = in.getText();
        String tool = in.getText();
        long timeMillis = in.getNumber();
        RecordPlace place = RecordPlaces.get(in);
        List<String> systems = in.getEach(in::getText);
        List<DataClass> classes = in.getEach(() -> DataClass.valueOf(in.getText()));
        List<String> addresses = in.getEach(in::getText);
        SessionRead read = new SessionRead(
                eventId, traceId, tool, timeMillis, place, List.of(), classes, addresses, List.of(), List.of());
        return new FleetSource(agentId, read, systems, in.getEach(() -> getHit(in)));
    }

    private static void putHit(PackedOutput out, Hit hit) {
        ValueKind kind = hit.valueKind();
        out.putOptional(kind == null ? null : kind.name())
                .putNumber(hit.sourceLeaf())
                .putNumber(hit.sourceStart())
                .putNumber(hit.sourceEnd() - hit.sourceStart())
                .putNumber(hit.sinkLeaf())
                .putNumber(hit.sinkStart())
                .putNumber(hit.sinkEnd() - hit.sinkStart())
                .putNumber(hit.prints());
    }

    private static Hit getHit(PackedInput in) {
        ValueKind kind = kind(in.getOptional());
        int sourceLeaf = in.getInt();
        int sourceStart = in.getInt();
        int sourceEnd = sourceStart + in.getInt();
        int sinkLeaf = in.getInt();
        int sinkStart = in.getInt();
        int sinkEnd = sinkStart + in.getInt();
        return new Hit(kind, sourceLeaf, sourceStart, sourceEnd, sinkLeaf, sinkStart, sinkEnd, in.getInt());
    }

    private static @Nullable ValueKind kind(@Nullable String name) {
        return name == null ? null : ValueKind.valueOf(name);
    }
}
