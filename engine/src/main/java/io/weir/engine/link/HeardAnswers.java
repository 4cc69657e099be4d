package io.weir.engine.link;

import io.weir.engine.state.PackedInput;
import io.weir.engine.state.PackedOutput;
import io.weir.schemas.event.FleetAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The answers to one call so far: which buckets have answered, and what those said that know something.
 *
 * @param traceId decision on the call
 * @param buckets numbers of the buckets
 * @param telling answers that name a read, in the host's form
 */
record HeardAnswers(String traceId, TreeSet<Integer> buckets, List<byte[]> telling) {

    /** Reads the stored form; answers to an earlier call that was kept in the same place do not count. */
    static HeardAnswers of(byte @Nullable [] stored, String traceId) {
        HeardAnswers heard = stored == null ? null : decode(stored);
        return heard != null && heard.traceId.equals(traceId)
                ? heard
                : new HeardAnswers(traceId, new TreeSet<>(), new ArrayList<>());
    }

    /** Takes note of an answer; one that came before changes nothing. */
    void add(FleetAnswer answer, Function<FleetAnswer, byte[]> form) {
        if (buckets.add(answer.bucket()) && !answer.sources().isEmpty()) {
            telling.add(form.apply(answer));
        }
    }

    byte[] encode() {
        PackedOutput out = new PackedOutput(128).putText(traceId);
        out.putEach(buckets, bucket -> out.putNumber(bucket));
        out.putEach(telling, answer -> out.putNumber(answer.length).putAll(answer));
        return out.toBytes();
    }

    private static HeardAnswers decode(byte[] stored) {
        PackedInput in = new PackedInput(stored);
        return new HeardAnswers(
                in.getText(), new TreeSet<>(in.getEach(in::getInt)), in.getEach(() -> in.getAll(in.getInt())));
    }
}
