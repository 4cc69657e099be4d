package io.weir.engine.link;

import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.SessionEvent;
import java.util.List;

/** Raises an alert when content of an earlier response stands in a later call of the same session. */
public final class ExfiltrationRule implements Reducer<SessionEvent, AlertRaised> {

    @Override
    public List<AlertRaised> apply(StateTable state, SessionEvent event) {
        return List.of();
    }
}
