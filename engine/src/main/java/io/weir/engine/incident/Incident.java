package io.weir.engine.incident;

import io.weir.schemas.event.IncidentEvent;
import io.weir.schemas.event.IncidentOpening;
import io.weir.schemas.event.Ticket;
import io.weir.schemas.word.IncidentState;
import io.weir.schemas.word.IncidentStep;
import io.weir.schemas.word.Resolution;
import io.weir.schemas.word.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case that gathers what belongs together, and what people have done about it. Immutable.
 *
 * @param incidentId UUID
 * @param tenant owner of the data
 * @param opening what opened it
 * @param state what has become of it
 * @param severity the highest of what belongs to it
 * @param openedMillis when it was opened
 * @param lastMillis when something last happened to it
 * @param occurrences how often it was seen
 * @param traceIds decisions that belong to it
 * @param alertIds alerts that belong to it
 * @param resolution what it turned out to be, or null
 * @param ticket where people work on it in another system, the first that was opened; null for none
 * @param history steps that people took, the oldest first
 */
public record Incident(
        String incidentId,
        String tenant,
        IncidentOpening opening,
        IncidentState state,
        Severity severity,
        long openedMillis,
        long lastMillis,
        int occurrences,
        List<String> traceIds,
        List<String> alertIds,
        @Nullable Resolution resolution,
        @Nullable Ticket ticket,
        List<IncidentEvent> history) {

    private static final int IDS_MAX = 100;
    private static final int HISTORY_MAX = 500;

    /** Copies the lists. */
    public Incident {
        traceIds = List.copyOf(traceIds);
        alertIds = List.copyOf(alertIds);
        history = List.copyOf(history);
    }

    /** The incident that something opens. */
    static Incident opened(IncidentEvent event, IncidentOpening opening) {
        return new Incident(
                event.incidentId(),
                event.tenant(),
                opening,
                IncidentState.OPEN,
                opening.severity(),
                event.timeMillis(),
                event.timeMillis(),
                1,
                with(List.of(), opening.traceId()),
                with(List.of(), opening.alertId()),
                null,
                null,
                List.of(event));
    }

    /** The same with something more that belongs to it. */
    Incident seen(long timeMillis, IncidentOpening more) {
        return new Incident(
                incidentId,
                tenant,
                opening,
                state,
                severity.compareTo(more.severity()) >= 0 ? severity : more.severity(),
                openedMillis,
                Math.max(lastMillis, timeMillis),
                occurrences + 1,
                with(traceIds, more.traceId()),
                with(alertIds, more.alertId()),
                resolution,
                ticket,
                history);
    }

    /** The incident after a step of people; the very same where the step changes nothing. */
    Incident after(IncidentEvent event) {
        return switch (event.step()) {
            case OPENED -> this;
            case TAKEN_UP -> state == IncidentState.OPEN ? moved(IncidentState.INVESTIGATING, null, event) : this;
            case NOTED -> event.note() == null ? this : moved(state, resolution, event);
            case ACTED -> event.action() == null ? this : moved(state, resolution, event);
            case CLOSED ->
                state == IncidentState.CLOSED || event.resolution() == null
                        ? this
                        : moved(IncidentState.CLOSED, event.resolution(), event);
            case REOPENED -> state == IncidentState.CLOSED ? moved(IncidentState.OPEN, null, event) : this;
        };
    }

    private Incident moved(IncidentState next, @Nullable Resolution verdict, IncidentEvent event) {
        boolean full = history.size() >= HISTORY_MAX;
        if (full && (event.step() == IncidentStep.NOTED || event.step() == IncidentStep.ACTED)) {
            return this;
        }
        List<IncidentEvent> steps = new ArrayList<>(history);
        steps.add(event);
        return new Incident(
                incidentId,
                tenant,
                opening,
                next,
                severity,
                openedMillis,
                Math.max(lastMillis, event.timeMillis()),
                occurrences,
                traceIds,
                alertIds,
                verdict,
                ticket == null ? event.ticket() : ticket,
                steps);
    }

    private static List<String> with(List<String> ids, @Nullable String id) {
        if (id == null || ids.contains(id) || ids.size() >= IDS_MAX) {
            return ids;
        }
        List<String> more = new ArrayList<>(ids);
        more.add(id);
        return more;
    }
}
