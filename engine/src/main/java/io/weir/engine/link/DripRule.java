package io.weir.engine.link;

import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.SessionEvent;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Tier;
import java.util.Comparator;
import java.util.List;

/**
 * Raises an alert when the calls of a session have taken enough out of one read bit by bit, each of them too little to be
 * a link by itself. It stands behind {@link ExfiltrationRule}, which remembers what was read.
 */
public final class DripRule implements Reducer<SessionEvent, AlertRaised> {

    /** Id of this rule. */
    public static final String RULE = "session-drip";

    private final SessionLinker linker = new SessionLinker();

    @Override
    public List<AlertRaised> apply(StateTable state, SessionEvent event) {
        if (!(event instanceof ToolCallScanned call)) {
            return List.of();
        }
        List<Link> links = linker.drips(state, Write.of(call)).stream()
                .filter(link -> link.tier().atLeast(Tier.ALERT))
                .sorted(Comparator.comparingDouble(Link::score).reversed().thenComparing(Link::sourceTraceId))
                .toList();
        return links.isEmpty() ? List.of() : List.of(Alerts.of(RULE, call, links));
    }
}
