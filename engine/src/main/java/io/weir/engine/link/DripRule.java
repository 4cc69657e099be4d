package io.weir.engine.link;

import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Hop;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.HopKind;
import io.weir.schemas.word.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Raises an alert when the calls of a session have taken enough out of one read bit by bit within seven days of event
 * time, each of them too little to be a link by itself. It stands behind {@link ExfiltrationRule}, which remembers what
 * was read.
 */
public final class DripRule implements Reducer<PlacedEvent, AlertRaised> {

    /** Id of this rule. */
    public static final String RULE = "session-drip";

    private static final Comparator<Drip> STRONGEST_FIRST = Comparator.comparingDouble(
                    (Drip drip) -> drip.link().score())
            .reversed()
            .thenComparing(drip -> drip.link().sourceTraceId());

    private final SessionLinker linker = new SessionLinker();

    @Override
    public List<AlertRaised> apply(StateTable state, PlacedEvent event) {
        return event.event() instanceof ToolCallScanned call
                ? apply(state, event, Encounter.of(state, event.write(call)), Circumstances.NONE)
                : List.of();
    }

    /** The same for a call that has met its session's reads already. */
    List<AlertRaised> apply(StateTable state, PlacedEvent event, Encounter encounter, Circumstances circumstances) {
        ToolCallScanned call = (ToolCallScanned) event.event();
        Coverage.Call taker = new Coverage.Call(call.traceId(), call.call().tool(), call.timeMillis(), event.place());
        List<Drip> drips = linker.drips(state, encounter, taker, circumstances).stream()
                .filter(drip -> drip.link().tier().atLeast(Tier.ALERT))
                .sorted(STRONGEST_FIRST)
                .toList();
        if (drips.isEmpty()) {
            return List.of();
        }
        List<Link> links = drips.stream().map(Drip::link).toList();
        return List.of(Alerts.of(RULE, call, links).withPath(path(drips.get(0), call)));
    }

    /** The read, and every call that took a part of it. */
    private static List<Hop> path(Drip drip, ToolCallScanned last) {
        List<Hop> hops = new ArrayList<>();
        hops.add(Lineage.read(drip.link()));
        for (Coverage.Call call : drip.calls()) {
            hops.add(new Hop(
                    HopKind.WRITE,
                    call.traceId(),
                    call.tool(),
                    last.principal().agentId(),
                    call.timeMillis(),
                    call.place(),
                    "carries a part of it out"));
        }
        return List.copyOf(hops);
    }
}
