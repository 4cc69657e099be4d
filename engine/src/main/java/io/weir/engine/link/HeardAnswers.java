package io.weir.engine.link;

import io.weir.schemas.packed.PackedInput;
import io.weir.schemas.packed.PackedOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The answers to one call so far: which buckets have answered, and what those said that know something.
 *
 * @param buckets numbers of the buckets
 * @param telling answers that name a read
 */
record HeardAnswers(TreeSet<Integer> buckets, List<FleetAnswer> telling) {

    private static final int VERSION = 1;

    /** Reads the stored form, if there is one. */
    static HeardAnswers of(byte @Nullable [] stored) {
        return stored == null ? new HeardAnswers(new TreeSet<>(), new ArrayList<>()) : decode(stored);
    }

    /** Takes note of an answer; one that came before changes nothing. */
    void add(FleetAnswer answer) {
        if (buckets.add(answer.bucket()) && !answer.sources().isEmpty()) {
            telling.add(answer);
        }
    }

    byte[] encode() {
        PackedOutput out = new PackedOutput(128).put(VERSION);
        out.putEach(buckets, bucket -> out.putNumber(bucket));
        out.putEach(telling, answer -> putAnswer(out, FleetAnswerForm.encode(answer)));
        return out.toBytes();
    }

    private static void putAnswer(PackedOutput out, byte[] answer) {
        out.putNumber(answer.length).putAll(answer);
    }

    private static HeardAnswers decode(byte[] stored) {
        PackedInput in = new PackedInput(stored);
        int version = in.get();
        if (version != VERSION) {
            throw new IllegalStateException("answers are kept in version " + version + ", this program knows " + VERSION
                    + "; start the version that wrote them, or reset the correlator's state");
        }
        return new HeardAnswers(
                new TreeSet<>(in.getEach(in::getInt)),
                in.getEach(() -> FleetAnswerForm.decode(in.getAll(in.getInt()))));
    }
}
