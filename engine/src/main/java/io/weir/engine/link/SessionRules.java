package io.weir.engine.link;

import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.SessionEvent;
import java.util.List;

/** All rules of the session lane. A call that is a link by itself is not reported as part of a drip as well. */
public final class SessionRules implements Reducer<SessionEvent, AlertRaised> {

    private final ExfiltrationRule single = new ExfiltrationRule();
    private final DripRule drip = new DripRule();

    @Override
    public List<AlertRaised> apply(StateTable state, SessionEvent event) {
        List<AlertRaised> alerts = single.apply(state, event);
        List<AlertRaised> drips = drip.apply(state, event);
        return alerts.isEmpty() ? drips : alerts;
    }
}
