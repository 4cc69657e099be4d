package io.weir.engine.link;

import io.weir.engine.state.Reducer;
import io.weir.engine.state.StateTable;
import io.weir.schemas.event.AlertRaised;
import java.util.List;

/**
 * Takes note of what people say about content, and judges again what has gone outside before: because a
 * declassification was revoked, or because content was called sensitive or a canary afterwards.
 *
 * <p>It works on the state of {@link SessionRules}. What a session has forgotten cannot be judged again.
 */
public final class StatementRule implements Reducer<PlacedStatement, AlertRaised> {

    private final Forms forms;

    /** A rule that keeps things in these forms. */
    public StatementRule(Forms forms) {
        this.forms = forms;
    }

    @Override
    public List<AlertRaised> apply(StateTable state, PlacedStatement placed) {
        new StatementBook(state, forms.statements(), placed.statement().tenant()).note(placed.statement());
        return new SecondLook(state, forms).after(placed);
    }
}
