package io.weir.engine.correlation;

import io.weir.engine.link.FleetAnswer;
import io.weir.engine.link.FleetDesk;
import io.weir.engine.link.Forms;
import io.weir.engine.link.Happening;
import io.weir.engine.link.PlacedEvent;
import io.weir.engine.link.PlacedStatement;
import io.weir.engine.link.SessionCard;
import io.weir.engine.link.StatementRule;
import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import java.util.List;
import java.util.function.Function;

/** All rules over the state of sessions, on one table, so that what one rule derives from it serves the others. */
public final class HappeningRules implements Reducer<Happening, AlertRaised> {

    private final Reducer<PlacedEvent, AlertRaised> events;
    private final FleetDesk desk;
    private final StatementRule statements;

    /**
     * Rules.
     *
     * @param events the rules over events
     * @param forms the forms in which they keep things
     */
    public HappeningRules(Reducer<PlacedEvent, AlertRaised> events, Forms forms) {
        this.events = events;
        this.desk = new FleetDesk(forms);
        this.statements = new StatementRule(forms);
    }

    @Override
    public List<AlertRaised> apply(StateTable state, Happening happening) {
        if (happening instanceof PlacedEvent event) {
            return apply(state, event);
        }
        return happening instanceof PlacedStatement statement
                ? statements.apply(state, statement)
                : apply(state, (FleetAnswer) happening);
    }

    private List<AlertRaised> apply(StateTable state, PlacedEvent event) {
        String session = event.event().principal().sessionKey();
        return withCard(state, session, card -> events.apply(card, event));
    }

    private List<AlertRaised> apply(StateTable state, FleetAnswer answer) {
        return withCard(state, answer.sessionKey(), card -> desk.hear(card, answer));
    }

    private static List<AlertRaised> withCard(
            StateTable state, String session, Function<StateTable, List<AlertRaised>> rules) {
        SessionCard card = new SessionCard(state, session);
        try {
            return rules.apply(card);
        } finally {
            card.store();
        }
    }
}
