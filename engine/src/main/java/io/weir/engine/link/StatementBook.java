package io.weir.engine.link;

import io.weir.engine.state.StateTable;
import io.weir.schemas.event.Declassification;
import io.weir.schemas.event.Statement;
import java.util.ArrayList;
import java.util.List;

/** What people have said about the content of a tenant, in a state table. One entry per statement, at most 4,096. */
final class StatementBook {

    static final int STATEMENTS_MAX = 4_096;

    private final StateTable state;
    private final Form<Statement> form;
    private final String prefix;

    StatementBook(StateTable state, Form<Statement> form, String tenant) {
        this.state = state;
        this.form = form;
        this.prefix = "\u0000statement\u0000" + tenant + "\u0000";
    }

    /**
     * Takes note of a statement, in place of an earlier one with its id. What has expired is dropped when the book is
     * full.
     *
     * @throws IllegalStateException if the book is full of what still holds
     */
    void note(Statement statement) {
        String key = prefix + statement.statementId();
        if (state.get(key) == null) {
            makeRoom(statement);
        }
        state.put(key, form.encode().apply(statement));
        state.dropDerived(prefix);
    }

    /** The declassifications that hold at an event time. */
    List<Declassification> holdingAt(long eventMillis) {
        return state.derived(prefix, Declassifications.class, this::declassifications).all().stream()
                .filter(one -> one.holdsAt(eventMillis))
                .toList();
    }

    /** All declassifications of the tenant, as the entries have them. */
    private record Declassifications(List<Declassification> all) {}

    private Declassifications declassifications() {
        List<Declassification> all = new ArrayList<>();
        state.scan(prefix, (key, value) -> {
            if (form.decode().apply(value) instanceof Declassification one) {
                all.add(one);
            }
        });
        return new Declassifications(all);
    }

    private void makeRoom(Statement added) {
        List<String> keys = new ArrayList<>();
        List<String> expired = new ArrayList<>();
        state.scan(prefix, (key, value) -> {
            keys.add(key);
            if (form.decode().apply(value) instanceof Declassification one
                    && (one.revoked() || one.untilMillis() < added.timeMillis())) {
                expired.add(key);
            }
        });
        if (keys.size() >= STATEMENTS_MAX) {
            if (expired.isEmpty()) {
                throw new IllegalStateException(
                        "the tenant has " + keys.size() + " statements that hold; revoke some before making another");
            }
            expired.forEach(state::delete);
        }
    }
}
