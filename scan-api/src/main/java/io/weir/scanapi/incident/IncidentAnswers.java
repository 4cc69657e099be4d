package io.weir.scanapi.incident;

import io.weir.engine.incident.Incident;
import io.weir.schemas.api.IncidentAnswer;
import io.weir.schemas.api.IncidentList;
import io.weir.schemas.api.KeyAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns incidents into what callers get. */
public final class IncidentAnswers {

    private IncidentAnswers() {}

    /** Several incidents. */
    public static IncidentList list(List<Incident> incidents) {
        return new IncidentList(incidents.stream().map(IncidentAnswers::of).toList());
    }

    /** One incident. */
    public static IncidentAnswer of(Incident incident) {
        return of(incident, null);
    }

    /**
     * One incident.
     *
     * @param rotated keys that were just made about it; null for none
     */
    public static IncidentAnswer of(Incident incident, @Nullable List<KeyAnswer> rotated) {
        return new IncidentAnswer(
                incident.incidentId(),
                incident.state(),
                incident.severity(),
                incident.openedMillis(),
                incident.lastMillis(),
                incident.occurrences(),
                incident.opening(),
                incident.traceIds(),
                incident.alertIds(),
                incident.resolution(),
                incident.ticket(),
                incident.history().stream()
                        .map(step -> new IncidentAnswer.IncidentEntry(
                                step.timeMillis(),
                                step.author(),
                                step.step(),
                                step.note(),
                                step.action(),
                                step.ticket()))
                        .toList(),
                rotated);
    }
}
