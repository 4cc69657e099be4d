package io.weir.engine.link;

import io.weir.engine.fingerprint.Print;
import io.weir.engine.fingerprint.PrintCodec;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.LeafOutline;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.LeafRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call as the linker sees it: a possible sink.
 *
 * @param sessionKey tenant and session
 * @param traceId id of the decision
 * @param call what is called
 * @param leaves its leaves
 * @param prints chosen shingles of the leaves that carry content
 * @param values short values of the leaves that carry content
 * @param request what the user asked for, or null if the caller did not say
 */
public record Write(
        String sessionKey,
        String traceId,
        ToolCall call,
        List<LeafOutline> leaves,
        List<Print> prints,
        List<ValuePrint> values,
        @Nullable RequestSketch request) {

    private static final int EXCERPT_UNITS_MAX = 96;

    /** A call by its parts. */
    public static Write of(
            String sessionKey, String traceId, ToolCall call, Fingerprint fingerprint, @Nullable Fingerprint request) {
        List<LeafOutline> leaves = fingerprint.leaves();
        return new Write(
                sessionKey,
                traceId,
                call,
                leaves,
                PrintCodec.decode(fingerprint.prints()).stream()
                        .filter(print -> leaves.get(print.leaf()).role() == LeafRole.CONTENT)
                        .toList(),
                fingerprint.values().stream()
                        .filter(value -> leaves.get(value.leaf()).role() == LeafRole.CONTENT)
                        .toList(),
                request == null ? null : RequestSketch.of(request));
    }

    /** A call by the record of it. */
    public static Write of(ToolCallScanned event) {
        return of(event.principal().sessionKey(), event.traceId(), event.call(), event.fingerprint(), event.request());
    }

    /** The masked text of a range, cut to 96 units; null where the record holds no shape of that leaf. */
    @Nullable
    String excerpt(int leaf, int start, int end) {
        String shape = leaves.get(leaf).shape();
        if (shape == null || end > shape.length()) {
            return null;
        }
        String range = shape.substring(start, end);
        if (range.length() <= EXCERPT_UNITS_MAX) {
            return range;
        }
        int cut = EXCERPT_UNITS_MAX - 3;
        // Half a code point has no JSON form.
        cut -= Character.isHighSurrogate(range.charAt(cut - 1)) ? 1 : 0;
        return range.substring(0, cut) + "...";
    }
}
