package io.weir.engine.link;

import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.ToolCallScanned;
import java.util.List;

/** All rules of the session lane. A call that is a link by itself is not reported as part of a drip as well. */
public final class SessionRules implements Reducer<PlacedEvent, AlertRaised> {

    private final ExfiltrationRule single;
    private final DripRule drip = new DripRule();

    /** Rules that nobody counts. */
    public SessionRules() {
        this(LossListener.NONE);
    }

    /** Rules that tell of what they forget. */
    public SessionRules(LossListener losses) {
        this.single = new ExfiltrationRule(losses);
    }

    @Override
    public List<AlertRaised> apply(StateTable state, PlacedEvent event) {
        if (!(event.event() instanceof ToolCallScanned call)) {
            return single.apply(state, event);
        }
        Lineage lineage = new Lineage(state, call.principal().sessionKey());
        List<Link> links = single.links(state, call);
        lineage.note(call, event.place(), links);
        List<AlertRaised> alerts = single.alerts(call, links);
        List<AlertRaised> drips = drip.apply(state, event);
        return alerts.isEmpty()
                ? drips
                : alerts.stream()
                        .map(alert -> alert.withPath(lineage.path(call, event.place(), alert.links(), links)))
                        .toList();
    }
}
