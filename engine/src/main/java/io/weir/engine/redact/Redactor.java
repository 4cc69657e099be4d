package io.weir.engine.redact;

import io.weir.engine.detect.Detection;
import io.weir.engine.payload.BodyWalk;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.ReadingLimits;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what was detected in a body and leaves the rest as it is: same shape, same types, same order of members.
 * JSON inside a string and form bodies are written back in their own encoding; untouched strings keep their very
 * spelling. Detections in the URL or in headers do not concern the body and are ignored here.
 *
 * <p>Never throws on any tree. Immutable and safe to share.
 */
public final class Redactor {

    private final BodyWalk walk;
    private final ValueWriter writer;

    /**
     * A redactor.
     *
     * @param limits that the payload was read with
     * @param writer of what stands in the place of a value
     */
    public Redactor(ReadingLimits limits, ValueWriter writer) {
        this(new BodyWalk(limits), writer);
    }

    private Redactor(BodyWalk walk, ValueWriter writer) {
        this.walk = walk;
        this.writer = writer;
    }

    /** A redactor for payloads of {@link io.weir.engine.payload.PayloadReader#standard()}. */
    public static Redactor standard() {
        return new Redactor(ReadingLimits.DEFAULT, StyledWriter.withoutKey(RedactionPolicy.DEFAULT));
    }

    /** This redactor, but with labels only. */
    Redactor labelling() {
        return new Redactor(walk, StyledWriter.LABELS);
    }

    /** The redacted body. */
    public @Nullable Object redact(@Nullable Object body, Payload payload, List<Detection> detections) {
        return redact(body, payload, detections, Set.of());
    }

    /**
     * The redacted body, some leaves left alone.
     *
     * @param body the tree that {@code payload} was read from; it is not changed
     * @param payload what was read
     * @param detections in that payload
     * @param spared addresses of leaves to leave as they are, such as the recipient of a message
     */
    public @Nullable Object redact(
            @Nullable Object body, Payload payload, List<Detection> detections, Set<String> spared) {
        Replacement replacement = new Replacement(detections, writer);
        for (int i = 0; i < detections.size(); i++) {
            String address = payload.leaves().get(detections.get(i).leaf()).address();
            if (address.startsWith("/body") && !spared.contains(address)) {
                replacement.add(address, i);
            }
        }
        return replacement.isEmpty() ? body : walk.edit(body, payload.format(), replacement);
    }
}
