package io.weir.engine.redact;

import io.weir.engine.detect.Detection;
import io.weir.engine.payload.BodyWalk;
import io.weir.engine.payload.Leaf;
import io.weir.engine.payload.LeafEditor;
import io.weir.engine.payload.Payload;
import io.weir.engine.payload.ReadingLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces what was detected in a body and leaves the rest as it is: same shape, same types, same order of members. JSON
 * inside a string and form bodies are written back in their own encoding; untouched strings keep their very spelling.
 * Detections in the URL or in headers do not concern the body and are ignored here.
 *
 * <p>Never throws on any tree. Immutable and safe to share.
 */
public final class Redactor {

    private static final String FORM_ROOT = "/body~form/";

    private final BodyWalk walk;

    /** A redactor with the limits that the payload was read with. */
    public Redactor(ReadingLimits limits) {
        this.walk = new BodyWalk(limits);
    }

    /** A redactor for payloads of {@link io.weir.engine.payload.PayloadReader#standard()}. */
    public static Redactor standard() {
        return new Redactor(ReadingLimits.DEFAULT);
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
        Map<String, List<Detection>> byAddress = byAddress(payload, detections, spared);
        boolean form = payload.leaves().stream().anyMatch(leaf -> leaf.address().startsWith(FORM_ROOT));
        return byAddress.isEmpty() ? body : walk.edit(body, form, new Replacement(byAddress));
    }

    private static Map<String, List<Detection>> byAddress(
            Payload payload, List<Detection> detections, Set<String> spared) {
        Map<String, List<Detection>> byAddress = new HashMap<>();
        for (Detection detection : detections) {
            String address = payload.leaves().get(detection.leaf()).address();
            if (address.startsWith("/body") && !spared.contains(address)) {
                byAddress.computeIfAbsent(address, none -> new ArrayList<>()).add(detection);
            }
        }
        byAddress.values().forEach(list -> list.sort(Comparator.comparingInt(Detection::start)));
        return byAddress;
    }

    private record Replacement(Map<String, List<Detection>> byAddress) implements LeafEditor {

        @Override
        public String text(Leaf leaf) {
            List<Detection> detections = byAddress.get(leaf.address());
            return detections == null ? leaf.text() : replace(leaf.text(), detections);
        }

        @Override
        public Number number(Leaf leaf, Number number) {
            return byAddress.containsKey(leaf.address()) ? MaskedNumber.of(number) : number;
        }

        @Override
        public String name(Leaf leaf) {
            return text(leaf);
        }

        private static String replace(String text, List<Detection> detections) {
            StringBuilder replaced = new StringBuilder();
            int copied = 0;
            for (Detection detection : detections) {
                int start = Math.max(copied, detection.start());
                int end = Math.min(text.length(), detection.end());
                if (start < end) {
                    replaced.append(text, copied, start);
                    replaced.append(RedactionStyle.replacement(detection, text.substring(start, end)));
                    copied = end;
                }
            }
            return replaced.append(text, copied, text.length()).toString();
        }
    }
}
