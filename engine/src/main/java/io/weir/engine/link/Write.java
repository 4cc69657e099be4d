package io.weir.engine.link;

import io.weir.engine.destination.CallReading;
import io.weir.engine.fingerprint.Print;
import io.weir.engine.fingerprint.PrintCodec;
import io.weir.schemas.event.Destination;
import io.weir.schemas.event.Fingerprint;
import io.weir.schemas.event.LeafOutline;
import io.weir.schemas.event.ToolCall;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.event.UserRequest;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.DestinationKind;
import io.weir.schemas.word.LeafRole;
import io.weir.schemas.word.Verb;
import java.util.BitSet;
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
            String sessionKey, String traceId, ToolCall call, Fingerprint fingerprint, @Nullable UserRequest request) {
        List<LeafOutline> leaves = fingerprint.leaves();
        BitSet leaving = leaving(call, leaves);
        return new Write(
                sessionKey,
                traceId,
                call,
                leaves,
                Selection.of(PrintCodec.decode(fingerprint.prints()), print -> leaving.get(print.leaf())),
                // They are gone through several times, so they are made once.
                Selection.of(List.copyOf(fingerprint.values()), value -> leaving.get(value.leaf())),
                request == null ? null : RequestSketch.of(request));
    }

    /**
     * The leaves whose content goes to the destinations: all that carry content, or what a rendered address carries.
     */
    private static BitSet leaving(ToolCall call, List<LeafOutline> leaves) {
        List<String> rendered = call.destinations().stream()
                .filter(CallReading::isRendered)
                .map(Destination::address)
                .toList();
        BitSet leaving = new BitSet();
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            String address = leaves.get(leaf).address();
            leaving.set(leaf, leaves.get(leaf).role() == LeafRole.CONTENT && isIn(rendered, address));
        }
        return leaving;
    }

    private static boolean isIn(List<String> rendered, String address) {
        return rendered.isEmpty() || rendered.stream().anyMatch(address::startsWith);
    }

    /** Whether running the call shows its content to somebody: it writes, or it goes to an address on a network. */
    boolean carriesOut() {
        return carriesOut(call);
    }

    /** The same of a call of which only this is known. */
    public static boolean carriesOut(ToolCall call) {
        return call.verb() != Verb.READ || call.destinations().stream().anyMatch(Write::isOnNetwork);
    }

    /**
     * Whether somebody outside may get to see it, so that what was read elsewhere matters. Where the operator's own
     * systems are the only destinations, no link gets beyond a trace.
     */
    public boolean mayReachOutside() {
        boolean unaddressed =
                call.destinations().stream().allMatch(destination -> destination.kind() == DestinationKind.TOOL);
        return carriesOut()
                && (unaddressed
                        || call.destinations().stream()
                                .anyMatch(destination -> destination.audience() != Audience.INTERNAL));
    }

    /** Whether a destination is an address on a network. */
    static boolean isOnNetwork(Destination destination) {
        return destination.kind() == DestinationKind.HOST || destination.kind() == DestinationKind.URL;
    }

    /** A call by the record of it. */
    public static Write of(ToolCallScanned event) {
        return of(event.principal().sessionKey(), event.traceId(), event.call(), event.fingerprint(), event.request());
    }

    /**
     * The leaves of which what stands in them gets to the destination. A tool that reads from an address sends that
     * address only; an HTTP call, and a tool that is given a bare host, send all that they are given.
     */
    BitSet sent() {
        BitSet sent = new BitSet();
        boolean all =
                call.verb() != Verb.READ || call.destinations().stream().anyMatch(to -> isHttp(to) || isBareHost(to));
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            sent.set(leaf, all || isAddress(leaves.get(leaf).address()));
        }
        return sent;
    }

    /** Whether a leaf is part of an address that is called. */
    private boolean isAddress(String address) {
        return address.startsWith("/url")
                || call.destinations().stream().anyMatch(to -> CallReading.belongsTo(address, to));
    }

    private static boolean isHttp(Destination destination) {
        return destination.address().startsWith("/url/");
    }

    private boolean isBareHost(Destination destination) {
        return isOnNetwork(destination)
                && leaves.stream()
                        .filter(leaf -> leaf.address().equals(destination.address()))
                        .anyMatch(leaf -> leaf.shape() != null && leaf.shape().indexOf('/') < 0);
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
