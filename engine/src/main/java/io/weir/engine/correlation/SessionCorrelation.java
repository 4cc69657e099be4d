package io.weir.engine.correlation;

import io.weir.engine.link.Forms;
import io.weir.engine.link.LossListener;
import io.weir.engine.link.PlacedEvent;
import io.weir.engine.link.SessionRules;
import io.weir.engine.pattern.PatternRule;
import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import java.util.ArrayList;
import java.util.List;

/** All rules over the events of one session: content first, then the patterns that it may back. */
public final class SessionCorrelation implements Reducer<PlacedEvent, AlertRaised> {

    private final SessionRules content;
    private final PatternRule patterns;

    /** Rules that keep things in these forms, and that nobody counts. */
    public SessionCorrelation(Forms forms) {
        this(forms, LossListener.NONE);
    }

    /** Rules that keep things in these forms, and tell of what they forget. */
    public SessionCorrelation(Forms forms, LossListener losses) {
        this(forms, losses, new PatternRule());
    }

    /** The same with these patterns. */
    public SessionCorrelation(Forms forms, LossListener losses, PatternRule patterns) {
        this.content = new SessionRules(forms, losses);
        this.patterns = patterns;
    }

    @Override
    public List<AlertRaised> apply(StateTable state, PlacedEvent event) {
        List<AlertRaised> alerts = new ArrayList<>(content.apply(state, event));
        alerts.addAll(patterns.apply(state, event, alerts.isEmpty() ? null : alerts.get(0)));
        return alerts;
    }
}
