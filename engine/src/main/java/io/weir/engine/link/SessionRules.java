package io.weir.engine.link;

import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import io.weir.schemas.event.Link;
import io.weir.schemas.event.ResponseObserved;
import io.weir.schemas.event.ToolCallScanned;
import io.weir.schemas.word.Audience;
import io.weir.schemas.word.Tier;
import java.util.ArrayList;
import java.util.List;

/**
 * All rules of the session lane about content. A call that is a link by itself is not reported as part of a drip as
 * well. What goes outside is kept for a while, so that a read which comes late, or a statement, finds it.
 */
public final class SessionRules implements Reducer<PlacedEvent, AlertRaised> {

    private final ExfiltrationRule single;
    private final DripRule drip = new DripRule();
    private final Forms forms;
    private final LossListener losses;

    /** Rules that keep things in these forms, and that nobody counts. */
    public SessionRules(Forms forms) {
        this(forms, LossListener.NONE);
    }

    /** Rules that keep things in these forms, and tell of what they forget. */
    public SessionRules(Forms forms, LossListener losses) {
        this.single = new ExfiltrationRule(losses);
        this.forms = forms;
        this.losses = losses;
    }

    @Override
    public List<AlertRaised> apply(StateTable state, PlacedEvent event) {
        if (event.event() instanceof ResponseObserved response) {
            single.apply(state, event);
            return new SecondLook(state, forms).after(event, response);
        }
        ToolCallScanned call = (ToolCallScanned) event.event();
        Circumstances circumstances = circumstances(state, call);
        Lineage lineage = new Lineage(state, call.principal().sessionKey());
        Encounter encounter = Encounter.of(state, event.write(call));
        List<Link> links = single.links(call, encounter, circumstances);
        lineage.note(call, event.place(), links);
        List<AlertRaised> alerts = new ArrayList<>();
        for (AlertRaised alert : single.alerts(call, links)) {
            alerts.add(alert.withPath(lineage.path(call, event.place(), alert.links(), links)));
        }
        List<AlertRaised> drips = drip.apply(state, event, encounter, circumstances);
        alerts.addAll(alerts.isEmpty() ? drips : List.of());
        Tier told = alerts.isEmpty() ? Tier.TRACE : alerts.get(0).tier();
        PastWrites.Kept kept = new PastWrites(state, forms.calls()).keep(call, event.place(), told, event.stored());
        losses.lost(Loss.PAST_WRITES, kept.isLoss() ? 1 : 0);
        return alerts;
    }

    private Circumstances circumstances(StateTable state, ToolCallScanned call) {
        if (call.call().audience() == Audience.INTERNAL) {
            return Circumstances.NONE;
        }
        String tenant = call.principal().tenant();
        StatementBook book = new StatementBook(state, forms.statements(), tenant);
        return Circumstances.of(call.call(), book.holdingAt(call.timeMillis()));
    }
}
