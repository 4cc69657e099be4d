package io.weir.engine.link;

import io.weir.engine.state.StateTable;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ValuePrint;
import io.weir.schemas.word.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Weighs what other sessions have read against a write. Both lanes ask here, so that they are of one opinion. */
final class FleetLinks {

    private static final int LINKS_MAX = 8;

    private static final Comparator<Link> STRONGEST_FIRST = Comparator.comparingDouble(Link::score)
            .reversed()
            .thenComparingLong(Link::sourceTimeMillis)
            .thenComparing(Link::sourceTraceId);

    private FleetLinks() {}

    /** What whole reads of other sessions share with a write. */
    static List<FleetSource> shared(Write write, Elsewhere elsewhere) {
        Write content = SessionLinker.withoutAddresses(write);
        List<ValuePrint> telling = content.values().stream()
                .filter(value -> FleetParts.isTelling(value.kind()))
                .toList();
        Write compared = new Write(
                write.sessionKey(),
                write.traceId(),
                write.call(),
                write.leaves(),
                content.prints().stream()
                        .filter(print -> !elsewhere.common().contains(print.hash()))
                        .toList(),
                telling,
                null);
        List<FleetSource> shared = new ArrayList<>();
        for (PlacedRead placed : elsewhere.reads()) {
            ResponseObserved event = placed.response();
            SessionRead whole = SessionRead.of(event, placed.place());
            SessionRead read = whole.withoutOrigins();
            SessionIndex index = new SessionIndex();
            index.add(read);
            List<Hit> hits = index.hits(compared).getOrDefault(0, List.of());
            shared.add(new FleetSource(event.principal().agentId(), read, whole.origins(), hits));
        }
        return shared;
    }

    /**
     * The links of a write with reads of other sessions, strongest first, at most 8: those at tier ALERT or stronger.
     *
     * @param state of the write's session
     * @param timeMillis event time of the write; what was read later is no source
     * @param circumstances what people have said; what they have let go is no link, what they call
     *     sensitive is
     */
    static List<Link> of(
            StateTable state, Write write, long timeMillis, List<FleetSource> shared, Circumstances circumstances) {
        if (shared.isEmpty()) {
            return List.of();
        }
        SessionIndex index = new SessionMemory(state, write.sessionKey()).index();
        DestinationView destination = DestinationView.of(write, index);
        Exemption exemption = Exemption.of(write, circumstances.declassifications());
        List<Link> links = new ArrayList<>();
        for (FleetSource one : shared) {
            SessionRead read = circumstances.known(one.read());
            List<Hit> left = exemption.without(one.hits(), read, write);
            Overlap overlap = Overlap.of(AddressCopies.without(left, write));
            LinkScore score = overlap.isEmpty() ? null : LinkScorer.score(write, -1, read, overlap, destination);
            if (score != null && score.tier().atLeast(Tier.ALERT) && read.timeMillis() <= timeMillis) {
                List<String> reasons = new ArrayList<>(score.reasons());
                reasons.add("agent " + one.agentId() + " read it in another session");
                LinkScore told = new LinkScore(score.score(), score.tier(), reasons);
                links.add(SessionLinker.link(write, read, overlap, told, destination));
            }
        }
        links.sort(STRONGEST_FIRST);
        return List.copyOf(links.subList(0, Math.min(LINKS_MAX, links.size())));
    }
}
